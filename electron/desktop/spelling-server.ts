/** Answers in the process with the word lists. They are read at the first question: a second of work, and much memory. */
import type { HostLog } from '../launch/host-log.ts';
import { kindOfError } from '../launch/host-log.ts';
import type { Spelling } from './spelling.ts';
import { spellingRequestSchema, type SpellingAnswer } from './spelling-messages.ts';

export interface SpellingServerOptions {
  readonly port: {
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  };
  readonly load: () => Spelling;
  readonly log: HostLog;
}

export function serveSpelling({ port, load, log }: SpellingServerOptions): void {
  let spelling: Spelling | null = null;
  port.on('message', ({ data }) => {
    const request = spellingRequestSchema.parse(data);
    const answer = (words: readonly string[]): void => {
      const message: SpellingAnswer = { id: request.id, words: [...words] };
      port.postMessage(message);
    };
    try {
      spelling ??= load();
      answer(request.kind === 'check' ? spelling.misspelt(request.words) : spelling.suggest(request.word));
    } catch (error) {
      log.warn(kindOfError(error), 'spelling: not checked');
      answer([]);
    }
  });
}
