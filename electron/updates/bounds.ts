/**
 * What an update server may send at most. electron-updater itself would read a list of versions of any length into the
 * memory, and write a package of any length to the disk before it compares the checksum.
 */
import { LARGEST_FEED_BYTES, LARGEST_PACKAGE_BYTES } from './acceptable.ts';

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly code = 'ERR_DANKBEL_TOO_LARGE';
}

export interface Limits {
  readonly feed: number;
  readonly package: number;
}

/** What of a request and its answer is used; the same in Node and in Electron. */
interface Answer {
  on(event: 'data', listener: (chunk: { readonly length: number }) => void): unknown;
  destroy(error: Error): unknown;
}
interface RequestOptions {
  readonly path?: string | null;
}
export interface HttpExecutor<Options extends RequestOptions, Given extends Answer> {
  createRequest(options: Options, callback: (answer: Given) => void): unknown;
}

/** Changes the executor: an answer that grows too large is broken off with an error. */
export function boundAnswers<Options extends RequestOptions, Given extends Answer>(
  executor: HttpExecutor<Options, Given>,
  limits: Limits = { feed: LARGEST_FEED_BYTES, package: LARGEST_PACKAGE_BYTES },
): void {
  const create = executor.createRequest.bind(executor);
  executor.createRequest = (options, callback) =>
    create(options, (answer) => {
      const most = /\.yml(?:\?|$)/.test(options.path ?? '') ? limits.feed : limits.package;
      let bytes = 0;
      // Who listens comes first, or the first piece would be missed.
      callback(answer);
      answer.on('data', ({ length }) => {
        bytes += length;
        if (bytes > most) answer.destroy(new TooLarge(`more than ${most} bytes`));
      });
    });
}
