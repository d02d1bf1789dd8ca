/** Signing in at the stand-in: PKCE, renewal with rotation, sessions that end (salesforce.md §2). */
import { createHash, randomBytes } from 'node:crypto';

export interface OAuthAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly location?: string;
}

interface Code {
  readonly challenge: string;
  readonly redirectUri: string;
}

export class OAuth {
  readonly clientId = '3MVG9.practice-consumer-key';
  /** Exact ones that the app was registered with; a port after `127.0.0.1` or `localhost` must be the same. */
  readonly redirectUris = new Set<string>();
  readonly #codes = new Map<string, Code>();
  readonly #sessions = new Map<string, number>();
  readonly #refresh = new Set<string>();
  readonly #now: () => number;
  /** Whether a person at the sign-in page says no. */
  isDenied = false;
  /** Whether this user may use the app. */
  isAppAllowed = true;
  rotates = true;
  sessionMinutes: number | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Tokens without a browser, for tests that are about something else. */
  signIn(): { readonly accessToken: string; readonly refreshToken: string } {
    return { accessToken: this.#newSession(), refreshToken: this.#newRefresh() };
  }

  /** Tokens that a test chose itself. */
  admit({ accessToken, refreshToken }: { readonly accessToken: string; readonly refreshToken: string }): void {
    this.#sessions.set(accessToken, this.#now());
    this.#refresh.add(refreshToken);
  }

  isSignedIn(accessToken: string): boolean {
    const began = this.#sessions.get(accessToken);
    if (began === undefined) return false;
    return this.sessionMinutes === null || this.#now() - began < this.sessionMinutes * 60_000;
  }

  endSessions(): void {
    this.#sessions.clear();
  }

  revokeAll(): void {
    this.#sessions.clear();
    this.#refresh.clear();
  }

  authorize(query: URLSearchParams): OAuthAnswer {
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== this.clientId) return problem('invalid_client_id', 'client identifier invalid');
    if (!this.redirectUris.has(redirectUri))
      return problem('redirect_uri_mismatch', 'redirect_uri must match configuration');
    const state = query.get('state') ?? '';
    const back = (answer: Readonly<Record<string, string>>): OAuthAnswer => ({
      status: 302,
      location: `${redirectUri}?${new URLSearchParams({ ...answer, state }).toString()}`,
    });
    if (this.isDenied) return back({ error: 'access_denied', error_description: 'end-user denied authorization' });
    if (!this.isAppAllowed) {
      const words = 'user is not admin approved to access this app';
      return back({ error: 'OAUTH_APP_ACCESS_DENIED', error_description: words });
    }
    if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256') {
      return back({ error: 'invalid_request', error_description: 'required code challenge missing' });
    }
    const code = `aPrx${randomBytes(16).toString('base64url')}==`;
    this.#codes.set(code, { challenge: query.get('code_challenge') ?? '', redirectUri });
    return back({ code });
  }

  token(form: URLSearchParams, instanceUrl: string): OAuthAnswer {
    if (form.get('client_id') !== this.clientId) return problem('invalid_client_id', 'client identifier invalid');
    if (form.has('client_secret')) return problem('invalid_client', 'a public client must not send a secret');
    const granted = (refreshToken: string | null): OAuthAnswer => ({
      status: 200,
      json: {
        access_token: this.#newSession(),
        ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
        signature: 'x',
        scope: 'refresh_token api',
        instance_url: instanceUrl,
        id: 'https://login.salesforce.com/id/00Dxx0000001gEREAY/005xx000001Sv6eAAC',
        token_type: 'Bearer',
        issued_at: String(this.#now()),
      },
    });
    if (form.get('grant_type') === 'authorization_code') {
      const code = this.#codes.get(form.get('code') ?? '');
      this.#codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (code === undefined || code.redirectUri !== form.get('redirect_uri'))
        return problem('invalid_grant', 'invalid authorization code');
      if (code.challenge !== challenge) return problem('invalid_grant', 'invalid code verifier');
      return granted(this.#newRefresh());
    }
    const refresh = form.get('refresh_token') ?? '';
    if (form.get('grant_type') !== 'refresh_token' || !this.#refresh.has(refresh))
      return problem('invalid_grant', 'expired access/refresh token');
    if (!this.rotates) return granted(null);
    this.#refresh.delete(refresh);
    return granted(this.#newRefresh());
  }

  revoke(token: string): void {
    this.#refresh.delete(token);
    this.#sessions.delete(token);
  }

  #newSession(): string {
    const token = `00Dxx!AQ${randomBytes(18).toString('base64url')}`;
    this.#sessions.set(token, this.#now());
    return token;
  }

  #newRefresh(): string {
    const token = `5Aep861${randomBytes(18).toString('base64url')}`;
    this.#refresh.add(token);
    return token;
  }
}

function problem(error: string, description: string): OAuthAnswer {
  return { status: 400, json: { error, error_description: description } };
}
