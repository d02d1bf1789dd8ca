/**
 * Connecting to Salesforce from what somebody typed: looked at here first, then by Salesforce, and only then opened in
 * the browser. The screen and the command line both come this way.
 */
import type { Sentence } from '../../../domain/language.ts';
import type { Store } from '../../../db/store.ts';
import type { CrmIdentity } from '../../../sync/connector.ts';
import { ConnectRefusal, type ConnectTrace } from '../connect.ts';
import { mayConnectTo, refuseHost, type Policy } from '../policy/policy.ts';
import { adoptSalesforce } from './adopt.ts';
import { demandByPolicy } from './by-policy.ts';
import { lookAhead } from './look-ahead.ts';
import type { ReachSalesforce } from './read-org.ts';
import { beginSignIn, type SignInOptions } from './sign-in.ts';

export interface SalesforceRequest {
  /** Consumer Key, as it was pasted. */
  readonly clientId: string;
  /** Where people sign in (`loginAddress`); null when what was typed is no address of Salesforce. */
  readonly loginUrl: string | null;
}

export interface ConnectingOptions extends Pick<SignInOptions, 'ports' | 'patienceMilliseconds'> {
  readonly policy: Policy;
  readonly reach?: ReachSalesforce | undefined;
}

export interface Connecting {
  /** To be opened in the browser. */
  readonly address: string;
  /** Somebody signed in, and the answer was exchanged. Nothing is kept yet. Rejects with a CrmFailure. */
  readonly signedIn: Promise<unknown>;
  /** Keeps the connection, once somebody signed in. @throws ConnectRefusal, CrmFailure */
  adopt(trace: ConnectTrace | null): Promise<CrmIdentity>;
  /** Closes the door. */
  cancel(): void;
}

/** @throws ConnectRefusal for what cannot be right, CrmFailure for what Salesforce or this computer says no to */
export async function beginConnecting(
  store: Store,
  request: SalesforceRequest,
  { policy, reach = {}, ...door }: ConnectingOptions,
): Promise<Connecting> {
  const clientId = request.clientId.trim();
  const { loginUrl } = request;
  if (!/^[\w.-]{10,500}$/.test(clientId)) throw new ConnectRefusal(NO_CONSUMER_KEY);
  if (loginUrl === null) throw new ConnectRefusal(NO_LOGIN_ADDRESS);
  if (!mayConnectTo(policy, loginUrl)) throw new ConnectRefusal(refuseHost(policy));
  const client = { loginUrl, clientId, fetch: reach.fetch };
  const signIn = await beginSignIn({ ...client, ...door });
  try {
    await lookAhead(signIn.address, reach.fetch);
  } catch (error) {
    signIn.cancel();
    throw error;
  }
  return {
    address: signIn.address,
    signedIn: signIn.tokens,
    adopt: async (trace) => {
      const tokens = await signIn.tokens;
      const guarded = { ...reach, demandAllowed: demandByPolicy(policy) };
      return adoptSalesforce(store, { loginUrl, clientId, tokens }, trace, guarded);
    },
    cancel: () => signIn.cancel(),
  };
}

const NO_CONSUMER_KEY: Sentence = {
  nl: 'Dit is geen Consumer Key. Die is lang en begint meestal met 3MVG9; de beheerder vindt hem bij de External Client App, onder Settings. Plak alleen de sleutel zelf, en nooit het geheim (Consumer Secret).',
  en: 'This is no Consumer Key. It is long and mostly begins with 3MVG9; the administrator finds it with the External Client App, under Settings. Paste the key alone, and never the secret (Consumer Secret).',
};
const NO_LOGIN_ADDRESS: Sentence = {
  nl: 'Dit is geen adres van Salesforce. Een eigen adres ziet eruit als stichting.my.salesforce.com.',
  en: 'This is no address of Salesforce. An address of your own looks like stichting.my.salesforce.com.',
};
