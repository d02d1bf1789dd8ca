/** Reads the JSON of a request without trusting what it says about itself. */
import type { Readable } from 'node:stream';
import type { Refusal } from './request-guard.ts';

/** Names that reach an object's prototype when code copies carelessly. No question of the contract has a field of these names. */
const REFUSED_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

export type ReadJson = { readonly value: unknown } | Refusal;

/** Counts while it reads: what a length header promised is not believed. */
export async function readJson(body: Readable, limit: number): Promise<ReadJson> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not end the connection: the sender is still owed the reason.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return { status: 413, refused: 'body-too-large' };
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { value: JSON.parse(text, refuseDangerousName) as unknown };
  } catch {
    return { status: 400, refused: 'json' };
  }
}

function refuseDangerousName(name: string, value: unknown): unknown {
  if (REFUSED_NAMES.has(name)) throw new SyntaxError('a name that is not allowed');
  return value;
}
