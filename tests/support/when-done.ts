/**
 * What a test opened is closed after it, the newest first. The files of one worker share their modules, which spares
 * loading them for each file; so the hook itself stands in `setup.ts`, which runs for every file.
 */
const cleaning: (() => Promise<unknown> | void)[] = [];

export function whenDone(clean: () => Promise<unknown> | void): void {
  cleaning.push(clean);
}

export async function cleanUp(): Promise<void> {
  const failures: unknown[] = [];
  for (let clean = cleaning.pop(); clean !== undefined; clean = cleaning.pop()) {
    try {
      await clean();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'something could not be closed after a test');
}
