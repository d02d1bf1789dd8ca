/** Several processes that run seeds side by side; results come in the order of the plans. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, JobResult } from './worker.ts';

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

export class Workers {
  readonly #children: readonly ChildProcess[];

  constructor(count: number) {
    this.#children = Array.from({ length: count }, () =>
      fork(WORKER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }),
    );
  }

  /**
   * @param done told about each result as it comes; answers whether to go on
   * @returns the results of those that were run, by seed
   */
  async run(jobs: readonly Job[], done: (result: JobResult) => boolean = () => true): Promise<readonly JobResult[]> {
    const left = [...jobs];
    const results: JobResult[] = [];
    const work = async (child: ChildProcess): Promise<void> => {
      for (let job = left.shift(); job !== undefined; job = left.shift()) {
        const result = await ask(child, job);
        results.push(result);
        if (!done(result)) left.length = 0;
      }
    };
    await Promise.all(this.#children.map(work));
    return results.toSorted((a, b) => a.seed - b.seed);
  }

  close(): void {
    for (const child of this.#children) child.disconnect();
  }
}

function ask(child: ChildProcess, job: Job): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`a worker ended with ${code}, at seed ${job.plan.seed}`));
    child.once('exit', ended);
    child.once('message', (result) => {
      child.off('exit', ended);
      resolve(result as JobResult);
    });
    child.send(job);
  });
}
