/** What was asked of a CRM in one run, and what it answered: asked again by a bare client, or answered again without it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const exchangeSchema = z.object({
  path: z.string(),
  method: z.string(),
  body: z.string().nullable(),
  answer: z.string(),
  headers: z.record(z.string(), z.string()),
});
export type Exchange = z.infer<typeof exchangeSchema>;

export function readExchanges(file: string): readonly Exchange[] {
  return z.array(exchangeSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}

export interface Recorder {
  readonly exchanges: Exchange[];
  save(file: string): void;
}

/** From now on everything that this process asks is noted. */
export function recordFetch(): Recorder {
  const real = globalThis.fetch;
  const exchanges: Exchange[] = [];
  globalThis.fetch = async (input, options) => {
    const response = await real(input, options);
    const { pathname, search } = new URL(addressOf(input));
    exchanges.push({
      path: pathname + search,
      method: options?.method ?? 'GET',
      body: bodyOf(options?.body),
      answer: await response.clone().text(),
      headers: Object.fromEntries(response.headers),
    });
    return response;
  };
  return { exchanges, save: (file) => writeFileSync(file, JSON.stringify(exchanges)) };
}

/** From now on this process is answered from what was recorded. @throws for what was never asked */
export function replayFetch(exchanges: readonly Exchange[]): void {
  const waiting = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const key = keyOf(exchange.path, exchange.body);
    waiting.set(key, [...(waiting.get(key) ?? []), exchange]);
  }
  globalThis.fetch = async (input, options) => {
    const { pathname, search } = new URL(addressOf(input));
    const found = waiting.get(keyOf(pathname + search, bodyOf(options?.body)))?.shift();
    if (found === undefined) throw new Error(`never recorded: ${pathname}`);
    return new Response(found.answer, { headers: found.headers });
  };
}

function addressOf(input: string | URL | Request): string {
  return input instanceof Request ? input.url : input.toString();
}

function bodyOf(body: unknown): string | null {
  return body instanceof URLSearchParams || typeof body === 'string' ? body.toString() : null;
}

/** A question that names the moment at which it is asked is the same question a moment later. */
function keyOf(path: string, body: string | null): string {
  return `${path} ${(body ?? '').replaceAll(/\d{4}-\d\d-\d\dT[\d%A.]+Z/g, 'NOW')}`;
}
