/** The end, in order: what hangs on the desktop, the question whether an update is installed, the backend, the program. */
import type { UpdateDriver } from '../updates/driver.ts';

export interface EndingOptions {
  /** At once. */
  readonly begin: () => void;
  readonly updates: Pick<UpdateDriver, 'closing' | 'install'> | null;
  readonly close: () => Promise<void>;
  /** The database is closed. */
  readonly closed: () => void;
  readonly exit: () => void;
  readonly after?: (milliseconds: number, run: () => void) => unknown;
}

/** An installer that does not end the program by itself is not waited for. */
const INSTALLER_MILLISECONDS = 60_000;

/** @returns what to do when the program is about to end. An installer ends it once more, and is let through. */
export function createEnding(options: EndingOptions): (event: { preventDefault(): void }) => void {
  const { begin, updates, close, closed, exit, after = later } = options;
  let stage: 'open' | 'closing' | 'installing' = 'open';

  async function end(): Promise<void> {
    begin();
    let installs = false;
    try {
      installs = (await updates?.closing()) ?? false;
      await close();
    } finally {
      closed();
      if (installs) install();
      else exit();
    }
  }

  function install(): void {
    stage = 'installing';
    after(INSTALLER_MILLISECONDS, exit);
    try {
      updates?.install();
    } catch {
      // It is as it was, and is tried again the next time.
      exit();
    }
  }

  return (event) => {
    if (stage === 'installing') return;
    event.preventDefault();
    if (stage === 'closing') return;
    stage = 'closing';
    void end();
  };
}

function later(milliseconds: number, run: () => void): void {
  setTimeout(run, milliseconds);
}
