/** The sign-in at Salesforce that is going on, one at a time: how far it is, and what came of it. */
import type { SalesforceApp, SignInState } from '../../../contract/procedures/connection.ts';
import type { Topic } from '../../../contract/event.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Sentence } from '../../../domain/language.ts';
import type { Store } from '../../../db/store.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { ConnectRefusal } from '../connect.ts';
import type { Policy } from '../policy/policy.ts';
import { staleAfter } from '../stale-topics.ts';
import { withCrmWords } from '../with-crm-words.ts';
import { beginConnecting, type Connecting, type SalesforceRequest } from './begin-connecting.ts';
import { loginAddress } from './login-address.ts';
import type { ReachSalesforce } from './read-org.ts';
import { MINUTES_MILLISECONDS, type SignInOptions } from './sign-in.ts';

/** What only the host can do, and the proof wants otherwise. */
export interface SignInDoor extends Pick<SignInOptions, 'ports' | 'patienceMilliseconds'> {
  /** Opens the address in the browser of the system; absent: whoever signs in copies it. */
  readonly open?: ((address: string) => void) | undefined;
}

export interface SignInService {
  state(): SignInState;
  /** What was filled in, as long as nothing came of it. */
  asked(): SalesforceApp | null;
  /** Goes on by itself once it is begun. @throws ConnectRefusal, CrmFailure when it cannot begin */
  begin(app: SalesforceApp, personId: number): Promise<void>;
  /** Opens the browser once more, at the address that is waited for. */
  openAgain(): void;
  cancel(): void;
  /** Ends what is going on; nothing is kept any more when it returns. */
  stop(): Promise<void>;
}

export interface SignInServiceOptions {
  readonly store: Store;
  readonly now: () => Instant;
  readonly policy: Policy;
  readonly reach: ReachSalesforce;
  readonly door: SignInDoor;
  /** Before another CRM takes the place of the invented donors. */
  readonly leavePractice: () => Promise<void>;
  readonly reconnect: () => Promise<void>;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly onBug: (error: unknown) => void;
}

export function createSignInService(options: SignInServiceOptions): SignInService {
  const { store, now, policy, reach, announce } = options;
  const { open, ...door } = options.door;
  let state: SignInState = { kind: 'none' };
  let current: Connecting | null = null;
  /** What came of the one before. */
  let ending: Promise<unknown> = Promise.resolve();
  let asked: SalesforceApp | null = null;
  let isBeginning = false;
  let isStopped = false;

  const tell = (next: SignInState): void => {
    state = next;
    announce(['connection']);
  };

  const drop = (): void => {
    current?.cancel();
    current = null;
  };

  /** Of one that was given up meanwhile nothing is kept, and nobody is told. */
  async function finish(connecting: Connecting, personId: number): Promise<void> {
    const isGivenUp = (): boolean => current !== connecting;
    try {
      await connecting.signedIn;
      if (isGivenUp()) return;
      tell({ kind: 'finishing' });
      try {
        await options.leavePractice();
        await connecting.adopt({ at: now(), personId });
      } finally {
        await options.reconnect();
      }
      if (isGivenUp()) return;
      current = null;
      asked = null;
      tell({ kind: 'none' });
      announce(staleAfter('connection.connect'));
    } catch (error) {
      if (isGivenUp()) return;
      current = null;
      const sentence = sentenceOf(error);
      if (sentence === null) options.onBug(error);
      tell({ kind: 'failed', sentence: sentence ?? BROKEN });
    }
  }

  return {
    state: () => state,
    asked: () => asked,
    begin: async (app, personId) => {
      // Two presses on one button are one sign-in.
      if (isBeginning || isStopped) return;
      isBeginning = true;
      drop();
      state = { kind: 'none' };
      asked = app;
      try {
        const connecting = await beginConnecting(store, requestOf(app), { policy, reach, ...door });
        if (isStopped) return connecting.cancel();
        current = connecting;
        const { address } = connecting;
        tell({
          kind: 'waiting',
          address,
          until: new Date(Date.parse(now()) + MINUTES_MILLISECONDS).toISOString(),
          isOpened: open !== undefined,
        });
        ending = finish(connecting, personId);
        open?.(address);
      } finally {
        isBeginning = false;
      }
    },
    openAgain: () => {
      if (current !== null && state.kind === 'waiting') open?.(state.address);
    },
    cancel: () => {
      // Once the answer is there it is kept or refused, and nothing in between.
      if (state.kind === 'finishing') return;
      drop();
      tell({ kind: 'none' });
    },
    stop: async () => {
      isStopped = true;
      if (state.kind !== 'finishing') drop();
      await ending;
    },
  };
}

/** An empty address is not the common page: it was meant to be one of their own. */
function requestOf({ clientId, place, address }: SalesforceApp): SalesforceRequest {
  if (place !== 'own') return { clientId, loginUrl: loginAddress(place) };
  return { clientId, loginUrl: address.trim() === '' ? null : loginAddress(address) };
}

function sentenceOf(error: unknown): Sentence | null {
  if (error instanceof ConnectRefusal) return error.sentence;
  return error instanceof CrmFailure ? withCrmWords(error) : null;
}

const BROKEN: Sentence = {
  nl: 'Het koppelen is misgegaan door een fout in Dankbel. Er is niets veranderd. Probeer het opnieuw, en meld het als het zo blijft.',
  en: 'Connecting went wrong because of a fault in Dankbel. Nothing was changed. Try again, and report it when it stays so.',
};
