/**
 * Evenings with people whom a fundraising site knows and the CRM does not: they give there, workstations read it, a
 * coordinator says yes, and each must become one contact, whatever breaks in between.
 */
import { sql } from 'kysely';
import type { GiftRecord } from '../../db/sources/records.ts';
import { keepRecords } from '../../sync/sources/keep-records.ts';
import type { OpenBackend } from '../../electron/backend/open-backend.ts';
import { saidGift, saidOf } from '../support/source-records.ts';
import type { Random } from './random.ts';
import { demand } from './violation.ts';
import type { Companion, World } from './world.ts';

export interface Newcomer {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/** What the site knows, and who of them is in the CRM since. */
export interface Arrivals {
  readonly people: Newcomer[];
  readonly records: GiftRecord[];
  /** Contacts that workstations made, and that somebody in the office typed in, by surname. */
  readonly made: Map<number, string>;
  readonly typed: Map<number, string>;
  /** Who is being looked for, and then made, by workstation. */
  readonly adding: Map<number, Adding>;
}

export interface Adding {
  readonly lastName: string;
  /** Who of that name stood there, as the site knows her, before the first question went out; null until then. */
  known: readonly number[] | null;
}

const SITE = 'kentaa:6';
/** Unlike each other, so that nobody is mistaken for somebody else. */
const SURNAMES = [
  'Zwanenburg',
  'Quist',
  'Oosterhuis',
  'Fontein',
  'Uyterlinde',
  'Joosten',
  'Brakel',
  'Verhagen',
] as const;

export const noArrivals = (): Arrivals => ({
  people: [],
  records: [],
  made: new Map(),
  typed: new Map(),
  adding: new Map(),
});

/** Everybody whom an evening brought, as contacts and as whom they were merged into. */
export function contactsOfArrivals({ arrivals, winnerOf }: World): readonly number[] {
  const ids = [...arrivals.made.keys(), ...arrivals.typed.keys()];
  return [...new Set([...ids, ...ids.map(winnerOf)])];
}

export async function newcomerStep(world: World, companion: Companion, random: Random): Promise<void> {
  const { arrivals } = world;
  const kind = random.weighted({ give: 5, again: 1, read: 3, approve: 8, takeBack: 1, type: 0.7 });
  world.coverage.count('newcomer', kind);
  switch (kind) {
    case 'give': {
      const lastName = SURNAMES[arrivals.people.length];
      if (lastName === undefined) return;
      const person = { firstName: 'Sanne', lastName, email: `${lastName.toLowerCase()}@elders.example` };
      arrivals.people.push(person);
      arrivals.records.push(recordOf(world, person));
      return read(world, companion, arrivals.records);
    }
    case 'again':
      if (arrivals.people.length > 0) arrivals.records.push(recordOf(world, random.pick(arrivals.people)));
      return;
    case 'read':
      // One that was connected later knows the newest alone, and another number of the same person.
      return read(world, companion, random.chance(0.3) ? arrivals.records.slice(-1) : arrivals.records);
    case 'approve':
      return approve(world, companion, random);
    case 'takeBack': {
      const waiting = await wishesOf(companion);
      if (waiting.length === 0) return;
      const { id, lastName } = random.pick(waiting);
      await world.ask(companion, 'matching.undoAdd', { sourceDonorId: id }, (answer) => {
        if (answer.ok) companion.wished.delete(lastName);
      });
      return;
    }
    case 'type': {
      if (arrivals.people.length === 0) return;
      return typeIn(world, random.pick(arrivals.people));
    }
  }
}

/** Somebody in the office types a newcomer into the CRM. */
export async function typeIn(world: World, person: Newcomer): Promise<void> {
  world.arrivals.typed.set(await world.crm.addPerson(world, person), person.lastName);
  world.moment += 1;
  world.history.observe(world.moment, 'person');
  world.note(`  somebody in the office typed ${person.lastName} in`);
}

function recordOf(world: World, person: Newcomer): GiftRecord {
  return saidGift(world.fresh(), new Date(world.time).toISOString(), { person: saidOf({ ...person }) });
}

/** As a reading of the site keeps it; its own requests are proved elsewhere (tests/contract/kentaa). */
async function read(world: World, companion: Companion, records: readonly GiftRecord[]): Promise<void> {
  if (records.length === 0) return;
  const now = world.nowAt(companion);
  const keep = async ({ store }: OpenBackend): Promise<void> => {
    await store.write(async (writer) => {
      await sql`
        INSERT INTO source_site (id, kind, name, address, is_enabled, adds_newcomers, started_from, added_at)
        VALUES (${SITE}, 'kentaa', 'Zwemtocht', '', 1, ${world.plan.seed % 3 === 0 ? 1 : 0}, '2020-01-01', ${now})
            ON CONFLICT DO NOTHING`.execute(writer.transaction);
      const context = { siteId: SITE, startedFrom: '2020-01-01T00:00:00.000Z', now, isAskedFor: false };
      await keepRecords(writer, context, records);
    });
  };
  companion.workstation.begin('read', keep, () => undefined);
  await world.settle();
}

async function approve(world: World, companion: Companion, random: Random): Promise<void> {
  const { rows } = await sql<{ id: number; lastName: string }>`
    SELECT source_donor.id, last_name AS lastName FROM source_donor
      JOIN source_link ON source_donor_id = source_donor.id
     WHERE state IN ('new', 'doubtful') ORDER BY source_donor.id`.execute(companion.workstation.backend.store.reader);
  if (rows.length === 0) return;
  const { id, lastName } = random.pick(rows);
  await world.ask(companion, 'sources.addDonor', { sourceDonorId: id }, (answer) => {
    if (answer.ok) companion.wished.add(lastName);
  });
}

interface Wish {
  readonly id: number;
  readonly lastName: string;
  readonly isAdded: 0 | 1;
  readonly problem: string | null;
  readonly state: string;
  readonly donorCrmId: number | null;
}

async function wishesOf({ workstation }: Companion): Promise<readonly Wish[]> {
  const { rows } = await sql<Wish>`
    SELECT source_donor.id, source_donor.last_name AS lastName, added_at IS NOT NULL AS isAdded, problem, state,
           donor.crm_id AS donorCrmId
      FROM source_newcomer JOIN source_donor ON source_donor.id = source_newcomer.source_donor_id
      JOIN source_link ON source_link.source_donor_id = source_donor.id
      LEFT JOIN donor ON donor.id = source_link.donor_id
     ORDER BY source_donor.id`.execute(workstation.backend.store.reader);
  return rows;
}

/** Everybody who was said yes to is in the CRM, and was made there at most once. @throws Violation */
export async function demandNewcomersOnce(world: World): Promise<void> {
  const { arrivals, winnerOf, coverage } = world;
  for (const { lastName } of arrivals.people) {
    const made = [...arrivals.made].filter(([, name]) => name === lastName).map(([id]) => id);
    demand(made.length <= 1, 'newcomers', () => `${lastName} was made ${made.length} times: ${made.join(' ')}`);
    if (made.length === 1) coverage.count('newcomer', 'made once');
  }
  const withEmail = new Set(
    [...world.view.registers()].flatMap(([key, { contactId }]) => (key.startsWith('email:') ? [contactId] : [])),
  );
  for (const [id, lastName] of arrivals.made) {
    const isWhole = !world.view.living().has(id) || withEmail.has(id);
    demand(isWhole, 'newcomers', () => `contact ${id} was made for ${lastName}, and has no e-mail`);
  }
  for (const companion of world.companions) {
    const wishes = await wishesOf(companion);
    for (const lastName of companion.wished) {
      demand(
        wishes.some((wish) => wish.lastName === lastName),
        'durable',
        () => `the yes to ${lastName} at workstation ${companion.workstation.index} is gone`,
      );
    }
    for (const { lastName, isAdded, problem, state, donorCrmId } of wishes) {
      const theirs = [...arrivals.made, ...arrivals.typed].filter(([, name]) => name === lastName).map(([id]) => id);
      const words = `${lastName} at workstation ${companion.workstation.index}`;
      const isSure = state === 'certain' || state === 'linked';
      // Who is recognised meanwhile need not be added any more.
      demand(isAdded === 1 || problem !== null || isSure, 'progress', () => `${words} still waits to be added`);
      const mayBeRefused = world.plan.crm === 'nonprofit-cloud';
      demand(
        theirs.length > 0 || mayBeRefused,
        'newcomers',
        () => `${words} was said yes to, and never made: ${problem}`,
      );
      const isThere = theirs.some((id) => world.view.living().has(winnerOf(id)));
      demand(
        problem === null || mayBeRefused || !isThere,
        'newcomers',
        () => `${words} is there, and refused: ${problem}`,
      );
      const isRight = donorCrmId === null || theirs.map(winnerOf).includes(winnerOf(donorCrmId));
      demand(isRight, 'newcomers', () => `${words} is linked to contact ${donorCrmId}, and is ${theirs.join(' ')}`);
      coverage.count('newcomer', problem === null ? 'added at the end' : 'refused at the end');
    }
  }
}
