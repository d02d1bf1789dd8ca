/**
 * Between the page's preload and the process with the word lists. The process is there from the first word that somebody
 * types; one that dies is started anew a few times, and then spelling is no longer checked. Nobody waits for it.
 */
import type { HostLog } from '../launch/host-log.ts';
import type { Child, Forks, Port } from './port.ts';
import { spellingAnswerSchema, spellingRequestSchema, type SpellingRequest } from './spelling-messages.ts';

const MOST_STARTS = 3;

export interface SpellingRelay {
  /** A page has come: its port takes the place of the one before. */
  attach(port: Port): void;
  suggest(word: string): Promise<readonly string[]>;
  stop(): void;
}

export function createSpellingRelay(options: {
  readonly utilityProcess: Forks;
  readonly path: string;
  readonly log: HostLog;
}): SpellingRelay {
  const { utilityProcess, path, log } = options;
  const waiting = new Map<number, (words: readonly string[]) => void>();
  let child: Child | null = null;
  let starts = 0;
  let lastId = 0;
  let isOver = false;

  function running(): Child | null {
    if (child !== null || starts >= MOST_STARTS || isOver) return child;
    starts += 1;
    const started = utilityProcess.fork(path, [], { serviceName: 'Dankbel spelling', stdio: 'inherit' });
    child = started;
    started.on('message', (data) => {
      const answer = spellingAnswerSchema.safeParse(data);
      if (answer.success) settle(answer.data.id, answer.data.words);
    });
    started.once('exit', (code) => {
      if (!isOver) log.warn({ code }, 'spelling: process ended');
      child = null;
      for (const id of waiting.keys()) settle(id, []);
    });
    return child;
  }

  function settle(id: number, words: readonly string[]): void {
    waiting.get(id)?.(words);
    waiting.delete(id);
  }

  type Question<Request = SpellingRequest> = Request extends SpellingRequest ? Omit<Request, 'id'> : never;

  function ask(question: Question, answer: (words: readonly string[]) => void): void {
    const worker = running();
    if (worker === null) return answer([]);
    lastId += 1;
    waiting.set(lastId, answer);
    worker.postMessage({ ...question, id: lastId }, []);
  }

  return {
    attach(port) {
      port.on('message', ({ data }) => {
        const request = spellingRequestSchema.safeParse(data);
        // Our own preload asks nothing else.
        if (!request.success || request.data.kind !== 'check') return port.close();
        const { id, words } = request.data;
        ask({ kind: 'check', words }, (misspelt) => port.postMessage({ id, words: misspelt }));
      });
      port.start();
    },
    suggest: (word) => new Promise((resolve) => ask({ kind: 'suggest', word }, resolve)),
    stop() {
      isOver = true;
      child?.kill();
    },
  };
}
