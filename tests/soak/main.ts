/**
 * `npm run soak -- [--calls 2000] [--seed S] [--json FILE]`: eight hours of three workstations in minutes, with faults
 * of the network, crashes and restarts. In the end both sides must count the same, and who was never restarted may not
 * have grown.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { FaultName, PracticeCrm } from '../../sync/practice/server.ts';
import { startPracticeCrm } from '../../sync/practice/server.ts';
import { openAt } from '../durability/evening.ts';
import { fastFolder } from '../simulation/fast-folder.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { makeCrm } from './make-crm.ts';
import { disagreements, growthOf, readCrm, readLines, readRecorded, type Growth, type Recorded } from './totals.ts';

const WORKSTATION = fileURLToPath(new URL('./workstation.ts', import.meta.url));
const WORKSTATIONS = 3;
const START = '2026-11-23T10:00:00.000Z';
const HOURS = 8;
const MOST_GROWTH = 0.05;
/** The first workstation lives through the whole day. */
const CRASHES_EACH = 5;
const RESTARTS_EACH = 2;

export interface SoakReport {
  readonly seed: number;
  readonly seconds: number;
  readonly calls: number;
  readonly undone: number;
  readonly objections: number;
  /** Donors whose address was corrected; `replaced`: values that a later one took the place of. */
  readonly corrections: number;
  readonly replaced: number;
  readonly conflicts: number;
  readonly inCrm: { readonly calls: number; readonly flags: number; readonly values: number };
  readonly crashes: number;
  readonly restarts: number;
  /** How often each fault struck. */
  readonly faults: Readonly<Record<string, number>>;
  readonly growth: Growth | null;
  readonly failures: readonly string[];
}

/** @returns 0 everything held, 1 the request was wrong, 2 something did not hold */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { calls: { type: 'string' }, seed: { type: 'string', default: '1' }, json: { type: 'string' } },
  });
  const [calls, seed] = [Number(values.calls ?? 2_000), Number(values.seed)];
  if (![calls, seed].every(Number.isSafeInteger) || calls < WORKSTATIONS) {
    console.error('Give --calls and --seed as whole numbers.');
    return 1;
  }
  const report = await soak({ calls, seed, say: (line) => console.error(`  ${line}`) });
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ name: 'three workstations for a day', ...report }, null, 2)}\n`);
  for (const line of wordsOf(report)) console.log(line);
  return report.failures.length === 0 ? 0 : 2;
}

export interface SoakOptions {
  readonly calls: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export async function soak({ calls, seed, say }: SoakOptions): Promise<SoakReport> {
  const folder = fastFolder();
  const began = performance.now();
  try {
    say(`inventing ${Math.ceil(calls * 1.2)} donors, and a first pull`);
    const made = await makeCrm(folder, Math.ceil(calls * 1.2), START);
    const day = new Day(folder, made.crm, calls, seed);
    for (const [index, profile] of made.profiles.entries()) renameSync(profile, day.folderOf(index));
    return await day.run(began, say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class Day {
  readonly #folder: string;
  readonly #crmFolder: string;
  readonly #each: number;
  readonly #seed: number;
  readonly #random: () => number;
  #crm!: PracticeCrm;
  /** Of the workstation that is furthest on: the clock of the CRM. */
  #furthest = 0;
  #crashes = 0;
  #restarts = 0;
  #done = 0;

  constructor(folder: string, crmFolder: string, calls: number, seed: number) {
    this.#folder = folder;
    this.#crmFolder = crmFolder;
    this.#each = Math.ceil(calls / WORKSTATIONS);
    this.#seed = seed;
    this.#random = seededRandom(seed);
  }

  folderOf(index: number): string {
    return join(this.#folder, `workstation-${index}`);
  }

  #linesOf(index: number): string {
    return join(this.#folder, `lines-${index}`);
  }

  #time(): Date {
    return new Date(Date.parse(START) + (this.#furthest / this.#each) * HOURS * 3_600_000);
  }

  async run(began: number, say: (line: string) => void): Promise<SoakReport> {
    this.#crm = await startPracticeCrm({ dataDir: this.#crmFolder, clock: () => this.#time() });
    const weather = setInterval(() => this.#changeWeather(), 700);
    try {
      await Promise.all(Array.from({ length: WORKSTATIONS }, (_, index) => this.#live(index, say)));
      return await this.#count(began);
    } finally {
      clearInterval(weather);
      await this.#crm.stop();
    }
  }

  /** All lives of a workstation. */
  async #live(index: number, say: (line: string) => void): Promise<void> {
    const deaths = index === 0 ? [] : this.#deaths();
    for (;;) {
      const child = this.#start(index);
      const next = deaths.shift() ?? null;
      let isDone = false;
      let isTold = false;
      child.on('message', (message) => {
        if (message === 'done') {
          isDone = true;
          this.#done += 1;
          if (this.#done === WORKSTATIONS) this.#crm.faults.clear();
          return;
        }
        this.#furthest = Math.max(this.#furthest, Number(message));
        if (isTold || next === null || Number(message) < next.at) return;
        isTold = true;
        if (next.isCrash) child.kill('SIGKILL');
        else child.send('restart');
      });
      // Everybody finishes together: until then the weather may change.
      const finishing = setInterval(() => {
        if (!isDone || isTold || this.#done < WORKSTATIONS) return;
        isTold = true;
        child.send('finish');
      }, 50);
      await once(child, 'exit');
      clearInterval(finishing);
      if (isDone) return;
      if (child.exitCode !== 0 && child.signalCode !== 'SIGKILL') throw new Error(`workstation ${index} broke`);
      if (next?.isCrash === true) this.#crashes += 1;
      else this.#restarts += 1;
      say(`workstation ${index} was ${next?.isCrash === true ? 'killed' : 'restarted'} at call ${next?.at}`);
    }
  }

  #start(index: number): ChildProcess {
    const input = {
      index,
      folder: this.folderOf(index),
      crmUrl: this.#crm.url,
      lines: this.#linesOf(index),
      seed: this.#seed,
      calls: this.#each,
      start: START,
      milliseconds: HOURS * 3_600_000,
    };
    return fork(WORKSTATION, [JSON.stringify(input)], {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }

  #deaths(): { readonly at: number; readonly isCrash: boolean }[] {
    return Array.from({ length: CRASHES_EACH + RESTARTS_EACH }, (_, index) => ({
      at: 1 + Math.floor(this.#random() * (this.#each - 2)),
      isCrash: index < CRASHES_EACH,
    })).toSorted((a, b) => a.at - b.at);
  }

  /** Mostly good; now and then one in ten requests meets something, or the CRM is away for a while. */
  #changeWeather(): void {
    const { faults } = this.#crm;
    faults.clear();
    if (this.#done === WORKSTATIONS) return;
    const kind = Math.floor(this.#random() * 10);
    const sometimes = (): boolean => this.#random() < 0.1;
    const names: readonly FaultName[] = ['dropBefore', 'dropAfter', 'errorAfterWrite', 'htmlPage'];
    const name = names[kind];
    if (name !== undefined) faults.set(name, sometimes);
    else if (kind === 4) faults.set('latency', 'always', 40);
    else if (kind === 5) faults.set('maintenance', 'always');
    else if (kind === 6) faults.set('dropBefore', 'always');
  }

  async #count(began: number): Promise<SoakReport> {
    const all: Recorded[] = [];
    for (let index = 0; index < WORKSTATIONS; index += 1) {
      const now = (): string => this.#time().toISOString();
      const backend = await openAt({ folder: this.folderOf(index), now, random: () => 0.5, crmUrl: this.#crm.url });
      all.push(await readRecorded(backend));
      await backend.close();
    }
    const inCrm = await readCrm(this.#crmFolder);
    const lines = Array.from({ length: WORKSTATIONS }, (_, index) => readLines(this.#linesOf(index)));
    const growth = growthOf((lines[0] ?? []).flatMap(({ sample }) => sample ?? []));
    const failures = [...disagreements(all, inCrm, lines.flat())];
    for (const name of ['resident', 'heap', 'handles'] as const) {
      if (growth !== null && growth[name] >= MOST_GROWTH) failures.push(`${name} grew by ${percent(growth[name])}`);
    }
    const sum = (name: 'calls' | 'undone' | 'corrections' | 'conflicts'): number =>
      all.reduce((count, each) => count + each[name].length, 0);
    // Who was called by two of them may have said it twice, or have been corrected twice: the CRM has one flag, one value.
    const objections = new Set(all.flatMap((each) => each.objections));
    const corrected = new Set(all.flatMap((each) => each.corrections.map(({ contact }) => contact)));
    const struck = (['dropBefore', 'dropAfter', 'errorAfterWrite', 'htmlPage', 'latency', 'maintenance'] as const).map(
      (name) => [name, this.#crm.faults.struck(name)] as const,
    );
    return {
      seed: this.#seed,
      seconds: Math.round((performance.now() - began) / 1_000),
      calls: sum('calls'),
      undone: sum('undone'),
      objections: objections.size,
      corrections: corrected.size,
      replaced: sum('corrections') - corrected.size,
      conflicts: sum('conflicts'),
      inCrm: { calls: inCrm.calls.length, flags: inCrm.flags.length, values: inCrm.values.size },
      crashes: this.#crashes,
      restarts: this.#restarts,
      faults: Object.fromEntries(struck),
      growth,
      failures,
    };
  }
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`;
}

function wordsOf(report: SoakReport): readonly string[] {
  const { calls, undone, objections, corrections, inCrm, crashes, restarts, faults, growth, failures, seconds } =
    report;
  const struck = Object.entries(faults)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
  return [
    `${HOURS} hours of ${WORKSTATIONS} workstations in ${seconds} s: ${crashes} crashes, ${restarts} restarts; ${struck}`,
    `calls ${calls} = activities ${inCrm.calls} (and ${undone} taken back)`,
    `objections ${objections} = flags ${inCrm.flags}`,
    `donors corrected ${corrections} = values ${inCrm.values} (${report.replaced} replaced by a later one, ${report.conflicts} conflicts for a person)`,
    growth === null
      ? 'too short to say how memory and handles grow'
      : `after the warm-up: memory ${percent(growth.resident)} (${Math.round(growth.after.resident / 2 ** 20)} MB), heap ${percent(growth.heap)}, handles ${percent(growth.handles)} (${growth.after.handles})`,
    ...failures.map((words) => `FAILED ${words}`),
  ];
}
