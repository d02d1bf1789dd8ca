/**
 * The tokens of one sign-in. A refresh token that was used is worth nothing from then on where rotation is on, so there
 * is one renewal at a time, and the new token is on the disk before anything is asked with it (salesforce.md §2).
 */
import { z } from 'zod';
import { CrmFailure } from '../../crm-failure.ts';
import { badCertificate, odd, signInAgain, unreachable } from './failures.ts';

export const tokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Where the API answers; may change with every renewal. */
  instanceUrl: z.string(),
});
export type Tokens = z.infer<typeof tokensSchema>;

/** Where tokens are kept: only in the encrypted database of the profile. */
export interface TokenStore {
  read(): Promise<Tokens>;
  /** On the disk when it returns. */
  write(tokens: Tokens): Promise<void>;
}

export interface TokenClient {
  /** `https://login.salesforce.com`, `https://test.salesforce.com`, or the My Domain of the charity. */
  readonly loginUrl: string;
  /** Consumer key of the External Client App; there is no secret. */
  readonly clientId: string;
  readonly fetch?: typeof fetch | undefined;
  /** Whether this computer may speak to where the API answers; absent: to all. @throws CrmFailure */
  readonly demandAllowed?: ((instanceUrl: string) => void) | undefined;
}

export interface TokenKeeper {
  read(): Promise<Tokens>;
  /** @param spent the one that was refused: when it was renewed meanwhile, that is enough. @throws CrmFailure */
  renew(spent: Tokens): Promise<Tokens>;
}

export function keepTokens(client: TokenClient, store: TokenStore): TokenKeeper {
  let renewing: Promise<Tokens> | null = null;
  /** What is refused was kept all the same: the token before it is worth nothing any more. */
  const allowed = (tokens: Tokens): Tokens => {
    client.demandAllowed?.(tokens.instanceUrl);
    return tokens;
  };
  const renewOnce = async (spent: Tokens): Promise<Tokens> => {
    const known = await store.read();
    if (known.accessToken !== spent.accessToken) return known;
    const given = await askForTokens(client, {
      grant_type: 'refresh_token',
      refresh_token: known.refreshToken,
      client_id: client.clientId,
    });
    const tokens = { ...given, refreshToken: given.refreshToken ?? known.refreshToken };
    await store.write(tokens);
    return tokens;
  };
  return {
    read: async () => allowed(await store.read()),
    renew: async (spent) => {
      renewing ??= renewOnce(spent).finally(() => {
        renewing = null;
      });
      return allowed(await renewing);
    },
  };
}

const answerSchema = z.object({
  access_token: z.string().min(1).max(10_000),
  refresh_token: z.string().min(1).max(10_000).optional(),
  instance_url: z.url().max(500),
});

export interface GivenTokens {
  readonly accessToken: string;
  /** Absent where the old one goes on. */
  readonly refreshToken: string | undefined;
  readonly instanceUrl: string;
}

const TIMEOUT_MILLISECONDS = 30_000;

/** @throws CrmFailure; never with a token in it */
export async function askForTokens(
  { loginUrl, fetch: ask = fetch }: TokenClient,
  form: Readonly<Record<string, string>>,
): Promise<GivenTokens> {
  let response: Response;
  let text: string;
  try {
    response = await ask(`${loginUrl}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    text = (await response.text()).slice(0, 100_000);
  } catch (error) {
    throw networkFailure(error);
  }
  const json = parseJson(text);
  const answer = answerSchema.safeParse(json);
  if (response.status === 200 && answer.success) {
    const { access_token: accessToken, refresh_token: refreshToken, instance_url: url } = answer.data;
    return { accessToken, refreshToken, instanceUrl: safeOrigin(url, loginUrl) };
  }
  const error = z.object({ error: z.string().max(100) }).safeParse(json);
  if (!error.success) throw response.status >= 500 ? unreachable(new Error(`HTTP ${response.status}`)) : odd();
  throw oauthFailure(error.data.error);
}

/** Tokens go to Salesforce, encrypted, and nowhere else; whoever signed in at a stand-in on this computer stays there. @throws CrmFailure */
function safeOrigin(address: string, loginUrl: string): string {
  const url = new URL(address);
  if (isHere(url) && isHere(new URL(loginUrl))) return url.origin;
  if (url.protocol !== 'https:' || !url.hostname.endsWith('.salesforce.com')) throw odd();
  return url.origin;
}

function isHere({ hostname }: URL): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost';
}

export function networkFailure(error: unknown): CrmFailure {
  if (error instanceof CrmFailure) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : null;
  const isCertificate = code !== null && /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|ERR_TLS|ERR_SSL/.test(code);
  return isCertificate ? badCertificate(error, code) : unreachable(error);
}

function oauthFailure(error: string): CrmFailure {
  switch (error) {
    case 'invalid_grant':
      return signInAgain();
    case 'inactive_user':
    case 'inactive_org':
      return new CrmFailure(
        'refused',
        {
          nl: 'Deze gebruiker of organisatie is in Salesforce niet actief. Vraag het de beheerder.',
          en: 'This user or organisation is not active in Salesforce. Ask the administrator.',
        },
        error,
      );
    default:
      return new CrmFailure(
        'refused',
        {
          nl: 'Salesforce kent deze app niet, of laat haar niet toe. Laat de beheerder de Consumer Key nakijken, en of de External Client App bij deze gebruiker is toegelaten en geen secret verlangt.',
          en: 'Salesforce does not know this app, or does not allow it. Let the administrator check the Consumer Key, and whether the External Client App is allowed for this user and asks for no secret.',
        },
        error,
      );
  }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
