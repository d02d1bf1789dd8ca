/** Who has shown a token to this process. Sessions live in its memory and end with it. */
import { digestOf, isSameDigest, type Random } from './one-time-token.ts';

export interface Sessions {
  /** A new session's secret, for the cookie. Beyond the limit the oldest session ends. */
  begin(): string;
  /** Whether a Cookie header holds the secret of a session. */
  isIn(cookieHeader: string | undefined): boolean;
  endAll(): void;
  /** Whether there has been one at all. */
  hasBegun(): boolean;
}

const SESSION_BYTES = 32;
/** Other programs on 127.0.0.1 can plant cookies of our name, since cookies do not know ports: they may not crowd ours out. */
const COOKIES_LOOKED_AT = 8;

export function createSessions(options: { random: Random; cookieName: string; limit: number }): Sessions {
  const digests: Buffer[] = [];
  let hasBegun = false;
  return {
    begin() {
      hasBegun = true;
      const secret = options.random(SESSION_BYTES).toString('base64url');
      digests.push(digestOf(secret));
      if (digests.length > options.limit) digests.shift();
      return secret;
    },
    isIn(cookieHeader) {
      const shown = cookiesOf(cookieHeader ?? '', options.cookieName)
        .slice(0, COOKIES_LOOKED_AT)
        .map(digestOf);
      return shown.some((candidate) => digests.some((digest) => isSameDigest(digest, candidate)));
    },
    endAll() {
      digests.length = 0;
    },
    hasBegun: () => hasBegun,
  };
}

/** The name holds the port, so that two workstations on one machine do not take each other's session away. */
export function sessionCookieName(port: number): string {
  return `dankbel-${port}`;
}

/** Without `Expires`: the browser forgets it when it closes. Without `Secure`: this is plain HTTP that never leaves the machine. */
export function sessionCookie(name: string, secret: string): string {
  return `${name}=${secret}; Path=/api/; HttpOnly; SameSite=Strict`;
}

function cookiesOf(header: string, name: string): string[] {
  return header
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(`${name}=`))
    .map((cookie) => cookie.slice(name.length + 1));
}
