/**
 * Salesforce tells what is wrong with an app in the browser, in English, and never comes back. So its answer is looked
 * at here before a person is sent there: the same address, without signing in.
 */
import type { Sentence } from '../../../domain/language.ts';
import { CALLBACK_ADDRESSES } from '../../../domain/salesforce/callback.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { networkFailure } from '../../../sync/crm/salesforce/tokens.ts';

const PATIENCE_MILLISECONDS = 15_000;
const ENOUGH_CHARACTERS = 50_000;

/** @throws CrmFailure when Salesforce cannot be reached, or does not know the app or its callback address */
export async function lookAhead(address: string, ask: typeof fetch = fetch): Promise<void> {
  let said: string;
  try {
    const response = await ask(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
    said = `${response.headers.get('location') ?? ''} ${(await response.text()).slice(0, ENOUGH_CHARACTERS)}`;
  } catch (error) {
    throw networkFailure(error);
  }
  for (const [code, sentence] of TROUBLES) {
    if (said.includes(code)) throw new CrmFailure('refused', sentence, code);
  }
}

const ADDRESSES = CALLBACK_ADDRESSES.join(', ');
const UNKNOWN_APP: Sentence = {
  nl: 'Salesforce kent deze Consumer Key niet. Kijk of hij helemaal is geplakt, en of je inlogt waar de app is gemaakt: een sandbox heeft een eigen sleutel. Een nieuwe app werkt soms pas na tien minuten.',
  en: 'Salesforce does not know this Consumer Key. See whether all of it was pasted, and whether you sign in where the app was made: a sandbox has a key of its own. A new app sometimes works only after ten minutes.',
};
const OTHER_CALLBACK: Sentence = {
  nl: `Het adres waarop Salesforce aan Dankbel antwoordt, staat niet bij de app. Laat de beheerder deze drie Callback URLs invullen, letter voor letter en elk op een eigen regel: ${ADDRESSES}.`,
  en: `The address at which Salesforce answers Dankbel is not with the app. Let the administrator fill in these three callback URLs, letter by letter and each on a line of its own: ${ADDRESSES}.`,
};
const BLOCKED_APP: Sentence = {
  nl: 'De beheerder heeft deze app in Salesforce geblokkeerd, of nog niet toegelaten. Laat de External Client App toe voor wie met Dankbel belt.',
  en: 'The administrator has blocked this app in Salesforce, or not allowed it yet. Let the External Client App be allowed for who calls with Dankbel.',
};

/** By what is in the answer. */
const TROUBLES: readonly (readonly [string, Sentence])[] = [
  ['invalid_client_id', UNKNOWN_APP],
  ['redirect_uri_mismatch', OTHER_CALLBACK],
  ['OAUTH_APP_BLOCKED', BLOCKED_APP],
];
