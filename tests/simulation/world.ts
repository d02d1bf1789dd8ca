/** One seed's world: a CRM, its workstations, the network between them, and the clock. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../contract/failure.ts';
import type { ProcedureName } from '../../contract/index.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Connector, OutgoingOperation } from '../../sync/connector.ts';
import type { SyncReport } from '../../sync/engine.ts';
import { startCrm, type RunningCrm } from './running-crm.ts';
import type { Coverage } from './coverage.ts';
import type { CrmView } from './crm-view.ts';
import { History } from './history.ts';
import type { Mutation } from './mutations.ts';
import { noArrivals } from './newcomers.ts';
import { watchAdding, watchQuestion } from './newcomer-watch.ts';
import { isRead, Network, type Fate, type Question, type Task, type Told } from './network.ts';
import type { Plan } from './plan.ts';
import { Random } from './random.ts';
import { STARTS, type Template } from './template.ts';
import { newestSequence } from '../../db/queries/operations.ts';
import { demand, Violation } from './violation.ts';
import { demandThrift } from './salesforce/thrift.ts';
import { demandDecent, demandWrite } from './watch.ts';
import { Workstation } from './workstation.ts';

export type Weather = 'good' | 'flaky' | 'offline';

/** What the proof knows about a workstation, beside what the workstation knows itself. */
export interface Companion {
  readonly workstation: Workstation;
  weather: Weather;
  /** Seconds that its clock is off. */
  offset: number;
  /** What is being sent. */
  sending: OutgoingOperation | null;
  /** Of the round that runs. */
  round: { readonly began: number; wasStale: boolean; sent: Set<string>; newest: number } | null;
  /** When the last round began that brought everything in. */
  knowsUpTo: number | null;
  /** The call on the screen. */
  call: CallOnScreen | null;
  /** How many of a day's questions were gone when it was last told, and when that was by its clock. */
  budget: (Told & { readonly at: number }) | null;
  /** When its network last changed. */
  clouded: number;
  /** Calls that it ever had on its screen. */
  readonly items: Set<number>;
  /** The donor whom it claimed while all was well. */
  claimed: { readonly contactId: number; readonly callItemId: number; readonly at: number } | null;
  /** Contacts that were corrected here lately. */
  recent: number[];
  /** Calls that were finished and could be taken back. */
  attempts: string[];
  /** Cards and letters that were sent and could be taken back. */
  posts: string[];
  /** Acknowledged facts: ids of operations, and what they were. */
  acknowledged: Map<string, string>;
  /** Objections that were acknowledged and stand, by contact, and when. */
  objections: Map<number, number>;
  /** Operations that were finished when the database was lost, and are known to the CRM only. */
  archived: Map<string, string>;
  /** Surnames of those whom a coordinator wants in the CRM. */
  readonly wished: Set<string>;
}

export interface CallOnScreen {
  readonly callItemId: number;
  readonly donorId: number;
  readonly contactId: number;
  readonly details: readonly { readonly key: string; readonly field: string }[];
  readonly numbers: readonly { readonly number: string }[];
  readonly followUps: readonly { readonly id: number }[];
}

export interface WorldOptions {
  readonly plan: Plan;
  readonly folder: string;
  readonly template: Template;
  readonly coverage: Coverage;
  readonly mutation: Mutation | null;
}

/** Commands that ask for a claim. */
const CLAIMING = new Set(['call.open', 'claims.keep']);
/** After so many turns whatever a command does here is done. */
const LOCAL_TURNS = 500;

/** What is on its way for so long counts as delayed. */
const LATE_MILLISECONDS = 1_000;

export class World {
  readonly plan: Plan;
  readonly coverage: Coverage;
  readonly folder: string;
  readonly template: Template;
  readonly random: Random;
  readonly companions: Companion[] = [];
  readonly trace: string[] = [];
  /** Losers of a merge and their winners. */
  readonly merged = new Map<number, number>();
  readonly arrivals = noArrivals();
  readonly mutation: Mutation | null;
  time: number;
  /** How many corrections are still to be outrun by a person in the CRM. */
  rivals = 0;
  /** Requests that changed something, or were to. */
  writes = 0;
  /** When everything worked again. */
  healedAt = 0;
  /** Counts everything that happens. */
  moment = 0;
  crm!: RunningCrm;
  network!: Network;
  view!: CrmView;
  history!: History;
  #fresh = 0;
  /** Found where it could not be thrown. */
  #found: Violation | null = null;

  private constructor({ plan, folder, template, coverage, mutation }: WorldOptions) {
    this.plan = plan;
    this.folder = folder;
    this.template = template;
    this.coverage = coverage;
    this.mutation = mutation;
    this.random = new Random(plan.seed + 0x5eed);
    this.time = Date.parse(STARTS[plan.start]);
  }

  static async open(options: WorldOptions): Promise<World> {
    const world = new World(options);
    const { plan, folder, template } = options;
    const crmFolder = join(folder, 'crm');
    cpSync(template.crm, crmFolder, { recursive: true });
    world.crm = await startCrm(plan.crm, crmFolder, () => new Date(world.time));
    world.network = new Network(world.crm.side, () => world.time);
    world.view = world.crm.view;
    // That there are more again is known at once; that there are fewer, when the answer has been read.
    world.network.onAnswer = ({ told, task }) => {
      const companion = world.companions[task.workstation]!;
      if (told !== null && told.used < (companion.budget?.used ?? 0)) companion.budget = null;
      // Salesforce itself said no: from then on it is as without a network, and who had claimed before is alone no more.
      if (told !== null && told.used > told.most) {
        companion.clouded = world.moment += 1;
        world.coverage.count('budget', 'refused');
      }
    };
    world.network.onAsk = (asked, task) => {
      const companion = world.companions[task.workstation]!;
      try {
        demandThrift(asked, companion.budget, Date.parse(world.nowAt(companion)));
      } catch (error) {
        world.find(error);
      }
    };
    world.history = new History(world.view);
    for (let index = 0; index < plan.workstations; index += 1) {
      const companion = world.addCompanion(index, plan.hasPulled ? template.pulled : template.connected);
      await companion.workstation.start();
    }
    return world;
  }

  addCompanion(index: number, profile: string): Companion {
    const random = new Random(this.plan.seed * 31 + index);
    const companion: Companion = {
      workstation: new Workstation({
        index,
        home: this.folder,
        profile,
        now: () => this.nowAt(companion),
        random: random.next,
        fetch: this.network.fetchFor(this.mutation ?? {}),
        wrap: (connector) => this.#watch(companion, this.mutation?.wrap?.(connector) ?? connector),
        mutation: this.mutation,
      }),
      weather: random.pick(['good', 'flaky', 'flaky']),
      offset: 0,
      sending: null,
      round: null,
      knowsUpTo: this.plan.hasPulled ? 0 : null,
      call: null,
      budget: null,
      recent: [],
      clouded: 0,
      items: new Set(),
      claimed: null,
      attempts: [],
      posts: [],
      acknowledged: new Map(),
      objections: new Map(),
      archived: new Map(),
      wished: new Set(),
    };
    this.companions.push(companion);
    return companion;
  }

  nowAt({ offset }: Companion): Instant {
    return new Date(this.time + offset * 1_000).toISOString();
  }

  /** A number that nothing else in this world has. */
  readonly fresh = (): number => (this.#fresh += 1);

  readonly note = (line: string): void => {
    this.trace.push(line);
  };

  /** Asks a question of the contract; the answer may come later, or never when the process is killed. */
  async ask(
    companion: Companion,
    name: ProcedureName,
    input: object,
    done: (answer: Answer) => void = () => undefined,
  ): Promise<void> {
    this.coverage.count('command', name);
    companion.workstation.ask(name, input, (answer) => {
      const what = answer.ok ? 'ok' : answer.failure.code;
      if (what === 'unexpected') this.#found ??= new Violation('no-bug', `${name} ${JSON.stringify(input)}`);
      this.note(`  ${companion.workstation.index} ${name} ${JSON.stringify(input)} → ${what}`);
      if (!answer.ok) this.coverage.count('refusal', `${name} ${answer.failure.code}`);
      done(answer);
    });
    await this.settle();
  }

  /** Begins a round of sync, unless one is running. */
  async sync(
    companion: Companion,
    isUrgent: boolean,
    done: (report: SyncReport) => void = () => undefined,
  ): Promise<void> {
    const { workstation } = companion;
    if (workstation.isDoing('sync')) return;
    const newest = await newestSequence(workstation.backend.store.reader);
    const round = { began: (this.moment += 1), wasStale: false, sent: new Set<string>(), newest };
    companion.round = round;
    workstation.sync(isUrgent, (report) => {
      companion.round = null;
      companion.sending = null;
      if (report === null) throw new Violation('no-bug', `a round of workstation ${workstation.index} broke`);
      const how = report.putOff === null ? 'whole' : 'nothing fetched';
      this.coverage.count('round', report.failure === null ? how : report.failure.kind);
      this.note(`  ${workstation.index} round: ${report.failure?.kind ?? 'whole'} pushed ${report.pushed}`);
      if (report.failure === null && report.putOff === null && !round.wasStale) companion.knowsUpTo = round.began;
      done(report);
    });
    await this.settle();
  }

  /** Waits until everything that runs is over, or waits for the network. */
  async settle(): Promise<void> {
    const isWaiting = (task: Task): boolean => this.network.onTheWay.some((question) => question.task === task);
    // Two windows that open one donor wait for one claim.
    const sharesClaim = (task: Task): boolean =>
      CLAIMING.has(task.name) &&
      this.network.onTheWay.some(
        ({ task: other }) => other.workstation === task.workstation && CLAIMING.has(other.name),
      );
    // What an organisation can do is asked once, and whoever needs it waits for the one who asked.
    const sharesDescription = (task: Task): boolean =>
      this.plan.crm !== 'civicrm' &&
      this.network.onTheWay.some(({ task: other }) => other.workstation === task.workstation);
    const shares = (task: Task): boolean => sharesClaim(task) || sharesDescription(task);
    for (let turn = 0; ; turn += 1) {
      await new Promise((resolve) => void setImmediate(resolve));
      const running = this.companions.flatMap(({ workstation }) => workstation.tasks);
      if (running.every((task) => isWaiting(task) || (turn > LOCAL_TURNS && shares(task)))) break;
      demand(turn < 20_000, 'progress', () => `${running.map(({ name }) => name).join(', ')} never ends`);
    }
    for (const companion of this.companions) if (!companion.workstation.isAlive) this.#forget(companion);
    if (this.#found !== null) throw this.#found;
    for (const { workstation } of this.companions) workstation.demandNoBug();
  }

  /** Lets one request through, and looks what it did. */
  async release(question: Question, fate: Fate): Promise<void> {
    const companion = this.companions[question.task.workstation]!;
    this.moment += 1;
    if (this.network.onTheWay[0] !== question) this.coverage.count('fault', 'reorder');
    if (this.time - question.sentAt >= LATE_MILLISECONDS) this.coverage.count('fault', 'delay');
    if (fate !== 'pass') {
      this.coverage.count('fault', fate);
      this.note(`    ${fate}: ${question.entity}.${question.action} of ${companion.workstation.index}`);
    }
    if (fate === 'staleReads' && companion.round !== null) companion.round.wasStale = true;
    const operation = companion.sending;
    if (this.plan.crm === 'civicrm') demandDecent(question);
    if (this.rivals > 0 && (await this.crm.outrun(this, question))) {
      this.rivals -= 1;
      this.coverage.count('person', 'edit between read and write');
      this.history.observe(this.moment, 'person');
      this.note(`    a person is quicker: ${question.entity}`);
    }
    const noteMade = await watchQuestion(this, companion, question);
    await this.network.release(question, fate);
    noteMade();
    if (!isRead(question.action)) {
      this.writes += 1;
      const by = { workstation: companion.workstation.index, operationId: operation?.id ?? null };
      for (const change of this.history.observe(this.moment, by)) {
        this.note(`    ${change.key}: ${change.before?.value} → ${change.after?.value} by ${by.workstation}`);
        const isOfNewcomer = change.before === null && this.arrivals.made.has(change.after?.contactId ?? 0);
        if (!isOfNewcomer) demandWrite(change, operation);
      }
    }
    await this.settle();
    if (question.told !== null && companion.workstation.isAlive) {
      companion.budget = { ...question.told, at: Date.parse(this.nowAt(companion)) };
    }
  }

  /** Whom a contact was merged into, in the end; herself when she was not. */
  readonly winnerOf = (contactId: number): number => {
    const winner = this.merged.get(contactId);
    return winner === undefined ? contactId : this.winnerOf(winner);
  };

  /** Lets everything through until nothing is on its way, or only for one workstation. */
  async flush(fateOf: (question: Question) => Fate = () => 'pass'): Promise<void> {
    for (let next = this.network.onTheWay[0]; next !== undefined; next = this.network.onTheWay[0]) {
      await this.release(next, fateOf(next));
    }
  }

  async close(): Promise<void> {
    for (const { workstation } of this.companions) this.network.cut(workstation.index);
    for (const { workstation } of this.companions) await workstation.close();
    this.view.close();
    this.network.close();
    await this.crm.stop();
  }

  /** Watches what a workstation sends, and in which order. */
  #watch(companion: Companion, connector: Connector): Connector {
    return {
      ...watchAdding(this, companion, connector),
      send: async (operation) => {
        await this.#demandOrder(companion, operation).catch((error: unknown) => this.find(error));
        companion.sending = operation;
        const answer = await connector.send(operation);
        companion.sending = null;
        this.coverage.count('operation', `${operation.body.kind} ${answer.kind}`);
        this.note(`    ${companion.workstation.index} ${operation.body.kind} ${operation.id} ${answer.kind}`);
        return answer;
      },
    };
  }

  /** What a process that was killed had in its hands. */
  #forget(companion: Companion): void {
    this.network.cut(companion.workstation.index);
    companion.round = null;
    companion.sending = null;
    companion.call = null;
    companion.budget = null;
  }

  /** Keeps a violation until it can be thrown. */
  find(error: unknown): void {
    if (!(error instanceof Violation)) throw error;
    this.#found ??= error;
  }

  /** Nothing goes out while an objection waits that was there when the one before was answered. */
  async #demandOrder({ workstation, round }: Companion, operation: OutgoingOperation): Promise<void> {
    if (round === null) return;
    round.sent.add(operation.id);
    const { reader } = workstation.backend.store;
    const isAbout = operation.body.kind === 'objection' || operation.undone?.body.kind === 'objection';
    const waiting = await reader
      .selectFrom('operation')
      .select(['id', 'donor_id', 'sequence', 'kind', 'next_try_at'])
      .where('state', '=', 'waiting')
      .execute();
    const isDelayed = ({ id, next_try_at: nextTryAt }: (typeof waiting)[number]): boolean =>
      round.sent.has(id) || nextTryAt !== null;
    // What follows an objection of the same donor that the CRM could not take waits with it, so that the two keep their order.
    const overtaken = waiting.find(
      (each) =>
        each.kind === 'objection' &&
        each.sequence <= round.newest &&
        !waiting.some(
          (earlier) =>
            ['objection', 'undo'].includes(earlier.kind) &&
            earlier.donor_id === each.donor_id &&
            earlier.sequence <= each.sequence &&
            isDelayed(earlier),
        ),
    );
    demand(
      isAbout || overtaken === undefined,
      'objection',
      () => `${operation.body.kind} went out while objection ${overtaken?.id} waited`,
    );
    round.newest = Math.max(round.newest, ...waiting.map(({ sequence }) => sequence));
  }
}
