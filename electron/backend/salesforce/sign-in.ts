/**
 * Signing in to Salesforce in the system's browser: authorization code with PKCE, no secret (salesforce.md §2). The
 * answer comes to a door on this computer that stands open for one answer and ten minutes. Salesforce compares the
 * address of that door letter by letter with what the administrator filled in, so its port is one of three, and not any.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Sentence } from '../../../domain/language.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { askForTokens, type TokenClient, type Tokens } from '../../../sync/crm/salesforce/tokens.ts';
import { CALLBACK_PATH, CALLBACK_PORTS } from '../../../domain/salesforce/callback.ts';
import { answerPage, type PageWords } from './callback-page.ts';
import { AUTHORIZE_PATH } from './login-address.ts';

export const MINUTES_MILLISECONDS = 10 * 60_000;
const SCOPE = 'api refresh_token';

export interface SignIn {
  /** To be opened in the browser. */
  readonly address: string;
  /** What came of it. Rejects with a CrmFailure when nobody signed in, or it was refused. */
  readonly tokens: Promise<Tokens>;
  /** Closes the door. */
  cancel(): void;
}

export interface SignInOptions extends TokenClient {
  /** Absent: those that the administrator filled in. */
  readonly ports?: readonly number[] | undefined;
  /** For the proof only; absent: ten minutes. */
  readonly patienceMilliseconds?: number | undefined;
}

/** @throws CrmFailure when no door can be opened */
export async function beginSignIn({
  ports = CALLBACK_PORTS,
  patienceMilliseconds,
  ...client
}: SignInOptions): Promise<SignIn> {
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  const { server, port } = await openDoor(ports);
  const redirectUri = `http://localhost:${port}${CALLBACK_PATH}`;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(nobodyCame()), patienceMilliseconds ?? MINUTES_MILLISECONDS);
  timer.unref();
  server.on('request', (message, response) => {
    const url = new URL(message.url ?? '/', redirectUri);
    // Another name for this computer is somebody's page that looks around, and not the browser that comes back.
    const isOurs = [`localhost:${port}`, `127.0.0.1:${port}`].includes(message.headers.host ?? '');
    if (!isOurs || message.method !== 'GET' || url.pathname !== CALLBACK_PATH) return answerPage(response, 404, null);
    // Somebody else's answer is not taken, and the door stays open for ours.
    if (!isSame(url.searchParams.get('state') ?? '', state)) return answerPage(response, 400, NOT_OURS);
    const code = url.searchParams.get('code');
    answerPage(response, 200, code === null ? REFUSED : DONE);
    if (code === null) reject(wasRefused(url.searchParams));
    else resolve(code);
  });
  const close = (): void => {
    clearTimeout(timer);
    server.close();
    server.closeIdleConnections();
  };
  const tokens = promise.finally(close).then(async (code) => exchange(client, { code, redirectUri, verifier }));
  // Whoever began it may have left before it ends.
  tokens.catch(() => undefined);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: SCOPE,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'login',
  });
  return {
    address: `${client.loginUrl}${AUTHORIZE_PATH}?${query.toString()}`,
    tokens,
    cancel: () => reject(nobodyCame()),
  };
}

interface Code {
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

async function exchange(client: TokenClient, { code, redirectUri, verifier }: Code): Promise<Tokens> {
  const { accessToken, refreshToken, instanceUrl } = await askForTokens(client, {
    grant_type: 'authorization_code',
    code,
    client_id: client.clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  if (refreshToken === undefined) throw noRefresh();
  return { accessToken, refreshToken, instanceUrl };
}

async function openDoor(ports: readonly number[]): Promise<{ readonly server: Server; readonly port: number }> {
  for (const port of ports) {
    const server = createServer();
    const isOpen = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (isOpen) return { server, port };
  }
  throw new CrmFailure('refused', {
    nl: 'Op deze computer is geen van de drie poorten vrij waarop Salesforce kan antwoorden. Sluit andere programma’s, of start de computer opnieuw.',
    en: 'None of the three ports on which Salesforce can answer is free on this computer. Close other programs, or restart the computer.',
  });
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const DONE: PageWords = {
  nl: ['Ingelogd', 'Je kunt dit venster sluiten en teruggaan naar Dankbel.'],
  en: ['Signed in', 'You can close this window and go back to Dankbel.'],
};
const REFUSED: PageWords = {
  nl: ['Niet ingelogd', 'Ga terug naar Dankbel. Daar staat wat je kunt doen.'],
  en: ['Not signed in', 'Go back to Dankbel. It says what you can do.'],
};
const NOT_OURS: PageWords = {
  nl: ['Dit hoort niet bij deze inlog', 'Dankbel heeft er niets mee gedaan. Begin opnieuw vanuit Dankbel.'],
  en: ['This does not belong to this sign-in', 'Dankbel did nothing with it. Begin again from Dankbel.'],
};

function nobodyCame(): CrmFailure {
  return new CrmFailure('refused', {
    nl: 'Er is niet op tijd ingelogd bij Salesforce. Probeer het opnieuw; het venster van de browser blijft tien minuten geldig.',
    en: 'Nobody signed in to Salesforce in time. Try again; the window of the browser is good for ten minutes.',
  });
}

/** A person who said no, and an app that she may not use, come back with the same error: the words tell them apart. */
function wasRefused(answer: URLSearchParams): CrmFailure {
  const error = answer.get('error') ?? '';
  const saidNo = error === 'access_denied' && /^end-user denied/i.test(answer.get('error_description') ?? '');
  const words = /^[a-z_]{1,60}$/i.test(error) ? error : null;
  return saidNo ? new CrmFailure('refused', SAID_NO, null) : new CrmFailure('refused', NOT_ALLOWED, words);
}

const SAID_NO: Sentence = {
  nl: 'In de browser is "Weigeren" gekozen: Dankbel kreeg geen toegang. Log opnieuw in en kies "Toestaan".',
  en: 'In the browser "Deny" was chosen: Dankbel was given no access. Sign in again and choose "Allow".',
};
const NOT_ALLOWED: Sentence = {
  nl: 'Salesforce liet de inlog niet toe. Vraag de beheerder of deze gebruiker de External Client App van Dankbel mag gebruiken.',
  en: 'Salesforce did not allow the sign-in. Ask the administrator whether this user may use the External Client App of Dankbel.',
};

function noRefresh(): CrmFailure {
  return new CrmFailure('refused', {
    nl: 'Salesforce gaf geen toestemming om ingelogd te blijven. Laat de beheerder bij de External Client App de scope "refresh_token, offline_access" aanzetten.',
    en: 'Salesforce gave no permission to stay signed in. Let the administrator add the scope "refresh_token, offline_access" to the External Client App.',
  });
}
