/**
 * What Chromium asks which words are misspelt, in place of its own checker, which would fetch its word lists from the
 * internet. The answer may come late, or never while there is no port: then nothing is underlined.
 */
import type { SpellingAnswer } from './spelling-messages.ts';

/** As much of a MessagePort as is used here. */
export interface ProviderPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
}

export interface SpellProvider {
  /** As Electron's `webFrame.setSpellCheckProvider` takes it. */
  spellCheck(words: string[], callback: (misspelt: string[]) => void): void;
  attach(port: ProviderPort): void;
}

export function createSpellProvider(): SpellProvider {
  const waiting = new Map<number, (misspelt: string[]) => void>();
  let current: ProviderPort | null = null;
  let lastId = 0;
  return {
    spellCheck(words, callback) {
      if (current === null) return callback([]);
      lastId += 1;
      waiting.set(lastId, callback);
      const port = current;
      port.postMessage({ id: lastId, kind: 'check', words });
    },
    attach(port) {
      current = port;
      for (const callback of waiting.values()) callback([]);
      waiting.clear();
      port.addEventListener('message', ({ data }) => {
        // Our own main process is the other side; a schema would bring all of zod into the sandbox.
        const { id, words } = data as SpellingAnswer;
        waiting.get(id)?.(words);
        waiting.delete(id);
      });
      port.start();
    },
  };
}
