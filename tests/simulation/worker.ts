/** Runs the seeds that it is handed, in a process of its own. */
import { rmSync } from 'node:fs';
import { fastFolder } from './fast-folder.ts';
import { mutationsOn } from './all-mutations.ts';
import type { Plan } from './plan.ts';
import { Runner, type SeedFailure } from './run-seed.ts';

/** What is asked of a worker. */
export interface Job {
  readonly plan: Plan;
  /** A rule to break, by name. */
  readonly mutation: string | null;
}

/** What it answers. */
export interface JobResult {
  readonly seed: number;
  readonly failure: SeedFailure | null;
  readonly coverage: Readonly<Record<string, number>>;
  readonly trace: readonly string[];
}

const folder = fastFolder();
const runner = new Runner(folder);

async function work(job: Job): Promise<void> {
  const mutation = mutationsOn(job.plan.crm, job.plan.hasNewcomers).find(({ name }) => name === job.mutation) ?? null;
  const { failure, coverage, trace } = await runner.run(job.plan, mutation);
  const result: JobResult = {
    seed: job.plan.seed,
    failure,
    coverage: coverage.toJson(),
    trace: failure === null ? [] : trace,
  };
  process.send?.(result);
}

process.on('message', (job: Job) => void work(job));
process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
