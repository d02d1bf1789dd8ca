/** A workstation of the simulation: a real backend on a real file, which can be killed at any moment. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../contract/failure.ts';
import type { ProcedureName } from '../../contract/index.ts';
import type { CrashPoint } from '../../db/crash-point.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Log } from '../../electron/backend/log.ts';
import { openBackend, type OpenBackend } from '../../electron/backend/open-backend.ts';
import type { Connector } from '../../sync/connector.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';
import type { SyncReport } from '../../sync/engine.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { changedMeanwhile } from '../../sync/crm/salesforce/failures.ts';
import type { Mutation } from './mutations.ts';
import { currentTask, type Task } from './network.ts';
import { Violation } from './violation.ts';

/** Comes out of the code at the place where the process ended. */
class Killed extends Error {
  override readonly name = 'Killed';
}

export interface WorkstationOptions {
  readonly index: number;
  /** A folder for its lives; each life has one of its own. */
  readonly home: string;
  /** The profile to begin with. */
  readonly profile: string;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly fetch: typeof fetch;
  /** Lets the proof watch, or break, what goes through the connector. */
  readonly wrap: (connector: Connector) => Connector;
  /** The rule that is broken. */
  readonly mutation: Mutation | null;
}

export class Workstation {
  readonly index: number;
  readonly #options: WorkstationOptions;
  #life = 0;
  #folder: string;
  #backend: OpenBackend | null = null;
  #armed: { readonly point: CrashPoint; passes: number } | null = null;
  #tasks: Task[] = [];
  /** A bug that the backend reported. */
  #bug: unknown = null;

  constructor(options: WorkstationOptions) {
    this.#options = options;
    this.index = options.index;
    this.#folder = join(options.home, `workstation-${options.index}-0`);
    // Closed well, as its time tells: it begins the evening as on any afternoon.
    cpSync(options.profile, this.#folder, { recursive: true, preserveTimestamps: true });
  }

  get isAlive(): boolean {
    return this.#backend !== null;
  }

  get backend(): OpenBackend {
    if (this.#backend === null) throw new Error('this workstation is not running');
    return this.#backend;
  }

  get folder(): string {
    return this.#folder;
  }

  /** What it is doing now. */
  get tasks(): readonly Task[] {
    return this.#tasks.filter(({ isFinished }) => !isFinished);
  }

  isDoing(name: string): boolean {
    return this.tasks.some((task) => task.name === name);
  }

  async start(): Promise<void> {
    const { now, random, fetch, wrap, mutation } = this.#options;
    const { planner, forgets } = mutation ?? {};
    const life = this.#life;
    this.#armed = null;
    const at = (point: CrashPoint): void => {
      if (this.#life !== life) throw new Killed(point);
      if (this.#armed?.point !== point) return;
      this.#armed.passes -= 1;
      if (this.#armed.passes > 0) return;
      this.kill();
      throw new Killed(point);
    };
    this.#backend = await openBackend({
      folder: this.#folder,
      now,
      random,
      log: this.#logOf(life),
      syncsByItself: false,
      // A claim is waited for until the network of the simulation answers: real time decides nothing.
      wait: () => new Promise(() => undefined),
      at,
      ...(planner === undefined ? {} : { planner }),
      salesforce: { fetch, now: () => Date.parse(now()), pause: noTime, watch: wrap },
      connectorFor: (connection) => wrap(createCiviCrmConnector({ ...connection, fetch } satisfies CiviCrmSite)),
    });
    if (life > 0 && forgets !== undefined) await this.#backend.store.write(forgets);
  }

  /** Ends the process when it passes a point for the so-manieth time. */
  killAt(point: CrashPoint, passes: number): void {
    this.#armed = { point, passes };
  }

  disarm(): void {
    this.#armed = null;
  }

  /**
   * kill -9: what is on the disk at this moment is all that is left, and the next life begins with a copy of it. What
   * the old one still does, it does to files that nobody reads.
   */
  kill(): void {
    const old = this.#backend;
    if (old === null) return;
    this.#backend = null;
    this.#life += 1;
    const next = join(this.#options.home, `workstation-${this.index}-${this.#life}`);
    cpSync(this.#folder, next, { recursive: true });
    this.#folder = next;
    for (const task of this.#tasks) task.isFinished = true;
    this.#tasks = [];
    void old.store.close().catch(() => undefined);
  }

  /** Begins something that may take several requests. @param done told what came of it, unless the process was killed first */
  begin<Result>(name: string, work: (backend: OpenBackend) => Promise<Result>, done: (result: Result) => void): Task {
    const { backend } = this;
    const life = this.#life;
    const task: Task = { workstation: this.index, name, isFinished: false };
    this.#tasks = [...this.tasks, task];
    const run = async (): Promise<void> => {
      try {
        const result = await work(backend);
        if (this.#life === life) done(result);
      } catch (error) {
        if (this.#life === life) this.#bug ??= error;
      } finally {
        task.isFinished = true;
      }
    };
    void currentTask.run(task, run);
    return task;
  }

  ask(name: ProcedureName, input: object, done: (answer: Answer) => void): Task {
    return this.begin(name, (backend) => backend.ask(name, input), done);
  }

  sync(isUrgent: boolean, done: (report: SyncReport | null) => void): Task {
    return this.begin('sync', (backend) => backend.sync.run(isUrgent), done);
  }

  /** @throws Violation when something broke that should not */
  demandNoBug(): void {
    if (this.#bug instanceof Violation) throw this.#bug;
    const words = this.#bug instanceof Error ? this.#bug.stack : JSON.stringify(this.#bug);
    if (this.#bug !== null) throw new Violation('no-bug', `workstation ${this.index}: ${words}`);
  }

  async close(): Promise<void> {
    const backend = this.#backend;
    this.#backend = null;
    this.#life += 1;
    await backend?.store.close();
  }

  #logOf(life: number): Log {
    const report = (details: unknown): void => {
      if (this.#life === life) this.#bug ??= JSON.stringify(details);
    };
    return { info: () => undefined, warn: () => undefined, error: report };
  }
}

/** No time passes inside a request of the simulation: what would be waited for is tried in a later round. */
function noTime(): Promise<void> {
  return Promise.reject(changedMeanwhile());
}
