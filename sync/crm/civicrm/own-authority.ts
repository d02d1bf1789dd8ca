/**
 * A CRM whose certificate was issued by the organisation itself: its issuer is trusted besides those that Node trusts,
 * for this CRM and the organisation's telephone system alone. There is no way to leave a certificate unchecked.
 */
import { X509Certificate } from 'node:crypto';
import { Agent, request as askSecurely } from 'node:https';
import { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';

export interface Authority {
  /** PEM of one certificate or more, and nothing besides. */
  readonly pem: string;
  /** As the certificate calls whom it belongs to: "CN=Intern, O=Stichting". */
  readonly subject: string;
  /** ISO 8601; of the one that ends first. */
  readonly validUntil: string;
}

const CERTIFICATES = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
const MOST_CERTIFICATES = 8;

/** Null for what holds no certificate of an issuer: a server's own, a private key, or something else. */
export function readAuthority(text: string): Authority | null {
  const found = text.match(CERTIFICATES) ?? [];
  if (found.length === 0 || found.length > MOST_CERTIFICATES) return null;
  try {
    const certificates = found.map((pem) => new X509Certificate(pem));
    const [first] = certificates;
    if (first === undefined || !certificates.every(({ ca }) => ca)) return null;
    const ends = certificates.map(({ validToDate }) => validToDate.toISOString()).toSorted();
    return { pem: found.join('\n'), subject: first.subject.replaceAll('\n', ', '), validUntil: ends[0] ?? '' };
  } catch {
    return null;
  }
}

/** Asks as `fetch` does, and trusts this authority too. Follows no redirect, whatever it is told. */
export function fetchTrusting(pem: string): typeof fetch {
  const agent = new Agent({ ca: [...rootCertificates, pem], keepAlive: true });
  return async (...question) => {
    const asked = new Request(...question);
    if (!asked.url.startsWith('https:')) return fetch(asked);
    const body = Buffer.from(await asked.arrayBuffer());
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown): void => reject(new TypeError('fetch failed', { cause }));
      const request = askSecurely(
        asked.url,
        { method: asked.method, headers: Object.fromEntries(asked.headers), agent, signal: asked.signal },
        (message) => {
          const headers = Object.entries(message.headers).flatMap(([name, value]): [string, string][] =>
            value === undefined ? [] : [[name, String(value)]],
          );
          const status = message.statusCode ?? 0;
          // A Response knows no others, and these have no body.
          if (status < 200 || status > 599) return fail(new Error(`HTTP ${status}`));
          const isEmpty = status === 204 || status === 205 || status === 304;
          if (isEmpty) message.resume();
          resolve(new Response(isEmpty ? null : streamOf(message), { status, headers }));
        },
      );
      request.on('error', fail);
      request.end(body);
    });
  };
}

function streamOf(message: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(message) as ReadableStream<Uint8Array>;
}
