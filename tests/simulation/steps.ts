/** The steps of an evening. */
import { CRASH_POINTS } from '../../db/crash-point.ts';
import { restoreNewestSnapshot } from '../../db/open/restore.ts';
import { wallClock } from '../../domain/calendar/day.ts';
import { command } from './commands.ts';
import { isRead, type Fate, type Question } from './network.ts';
import { newcomerStep } from './newcomers.ts';
import { DEED_WEIGHTS } from './people.ts';
import type { Step } from './plan.ts';
import { Random } from './random.ts';
import { forgetCrossed } from './serving.ts';
import { demand } from './violation.ts';
import type { Companion, World } from './world.ts';

/** Of the hundred thousand of a day: plenty, none to fetch with, some for a few calls, so few that they end in the middle of a claim, none. */
const QUESTIONS_LEFT = [100_000, 100_000, 100_000, 15_000, 1_000, 60, 12, 3, 0] as const;

export async function takeStep(world: World, step: Step): Promise<void> {
  const random = new Random(step.seed);
  const companion = world.companions[step.workstation % world.companions.length]!;
  world.time += random.whole(1, 60) * 1_000;
  world.note(`${step.kind} ${companion.workstation.index}`);
  if (!companion.workstation.isAlive && ['command', 'sync', 'crash', 'newcomer'].includes(step.kind))
    await restart(world, companion);
  switch (step.kind) {
    case 'command':
      await command(world, companion, random);
      break;
    case 'sync':
      await world.sync(companion, random.chance(0.6));
      if (random.chance(0.5)) await world.flush((question) => fateOf(world, question, random));
      break;
    case 'person': {
      const deed = random.weighted(DEED_WEIGHTS);
      const onThePhone = world.companions.flatMap(({ call, recent }) => [
        ...recent,
        ...(call === null ? [] : [call.contactId]),
      ]);
      const done = await world.crm.carryOut(deed, world, random, onThePhone);
      if (done === null) break;
      world.coverage.count('person', deed);
      if (deed === 'merge two donors') {
        world.coverage.count('all', 'merges');
        forgetCrossed(world);
      }
      world.note(`  ${done}`);
      world.moment += 1;
      world.history.observe(world.moment, 'person');
      break;
    }
    case 'kill':
      if (!companion.workstation.isAlive) break;
      world.coverage.count('process', 'kill -9');
      companion.workstation.kill();
      await world.settle();
      break;
    case 'crash': {
      const point = random.pick(CRASH_POINTS);
      companion.workstation.killAt(point, random.whole(1, 3));
      world.note(`  to be killed at ${point}`);
      if (random.chance(0.6)) await world.sync(companion, true);
      break;
    }
    case 'disk':
      await loseDatabase(world, companion);
      break;
    case 'weather':
      world.moment += 1;
      companion.clouded = world.moment;
      companion.weather = random.pick(['good', 'flaky', 'flaky', 'flaky', 'offline']);
      world.coverage.count('network', companion.weather);
      if (world.crm.limit !== undefined) {
        const left = random.pick(QUESTIONS_LEFT);
        world.crm.limit.used = world.crm.limit.most - left;
        world.coverage.count('budget', `${left.toLocaleString('en')} left`);
      }
      world.note(`  ${companion.weather}`);
      break;
    case 'clock':
      turnClock(world, companion, random);
      break;
    case 'rival':
      world.rivals += 1;
      break;
    case 'newcomer':
      await newcomerStep(world, companion, random);
      break;
    case 'requests':
      break;
  }
  const most = step.kind === 'requests' ? 50 : random.pick([0, 1, 4, 12, 30]);
  for (let released = 0; released < most && world.network.onTheWay.length > 0; released += 1) {
    const question = random.pick(world.network.onTheWay);
    await world.release(question, fateOf(world, question, random));
  }
}

/** Reads mostly come through, or no round would ever end; writes are where it hurts. */
const FLAKY_READS: Readonly<Partial<Record<Fate, number>>> = {
  pass: 40,
  dropBefore: 1,
  htmlPage: 0.5,
  maintenance: 0.5,
  refuse: 0.5,
  staleReads: 4,
};
const FLAKY_WRITES: Readonly<Partial<Record<Fate, number>>> = {
  pass: 6,
  dropBefore: 1,
  dropAfter: 2,
  duplicate: 2,
  errorAfterWrite: 2,
  htmlPage: 0.5,
  maintenance: 0.5,
  refuse: 0.5,
};

function fateOf(world: World, { task, action }: Question, random: Random): Fate {
  const { weather } = world.companions[task.workstation]!;
  if (weather === 'good') return 'pass';
  if (weather === 'offline') return 'dropBefore';
  return random.weighted<Fate>(isRead(action) ? FLAKY_READS : FLAKY_WRITES);
}

function turnClock(world: World, companion: Companion, random: Random): void {
  const before = wallClock(new Date(world.time).toISOString()).time;
  const kind = random.weighted({ minutes: 5, hours: 2, day: 0.5, off: 3 });
  if (kind === 'off') {
    companion.offset = random.pick([0, 600, -600]);
    world.coverage.count('clock', companion.offset === 0 ? 'right again' : '10 minutes off');
    return;
  }
  const minutes = kind === 'minutes' ? random.whole(5, 55) : kind === 'hours' ? random.whole(60, 180) : 1_440;
  world.time += minutes * 60_000;
  const after = wallClock(new Date(world.time).toISOString()).time;
  const shift = (minutesOf(after) - minutesOf(before) - minutes + 2_880) % 1_440;
  world.coverage.count('clock', shift === 0 ? kind : 'summer time begins or ends');
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Begins again after a kill: nothing that was acknowledged may be gone. */
export async function restart(world: World, companion: Companion): Promise<void> {
  const { workstation } = companion;
  await workstation.start();
  world.coverage.count('process', 'restart');
  const { reader } = workstation.backend.store;
  const known = new Set((await reader.selectFrom('operation').select('id').execute()).map(({ id }) => id));
  for (const [id, what] of companion.acknowledged) {
    demand(known.has(id) || companion.archived.has(id), 'durable', () => `${what} ${id} is gone after a kill`);
  }
  const standing = await reader
    .selectFrom('objection')
    .innerJoin('donor', 'donor.id', 'objection.donor_id')
    .select(['donor.crm_id', 'undone_at'])
    .execute();
  for (const contactId of companion.objections.keys()) {
    const own = standing.filter(({ crm_id: id }) => id === contactId);
    demand(own.length > 0, 'durable', () => `the objection of contact ${contactId} is gone after a kill`);
    // A taking back that was not acknowledged any more may have been kept all the same.
    if (own.every(({ undone_at: undoneAt }) => undoneAt !== null)) companion.objections.delete(contactId);
  }
}

/** The database is lost; the newest snapshot and the outbox copy are all there is. */
async function loseDatabase(world: World, companion: Companion): Promise<void> {
  const { workstation } = companion;
  if (!workstation.isAlive) return;
  const { reader } = workstation.backend.store;
  const finished = await reader
    .selectFrom('operation')
    .select(['id', 'state'])
    .where('state', 'in', ['applied', 'withdrawn'])
    .execute();
  workstation.kill();
  await world.settle();
  world.coverage.count('process', 'database lost');
  await restoreNewestSnapshot(workstation.folder, world.nowAt(companion));
  for (const { id, state } of finished) companion.archived.set(id, state);
  companion.attempts = [];
  companion.posts = [];
  companion.objections.clear();
  companion.knowsUpTo = null;
  companion.wished.clear();
  await restart(world, companion);
}
