/**
 * Retention, over any mixture of what is kept: what has not been sent stays word for word, and so does everything that
 * protects a donor; what is over goes, in the number that was shown before; doing it twice takes nothing more.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDay } from '../../domain/calendar/day.ts';
import {
  DEFAULT_RETENTION,
  isOver,
  keptFrom,
  LONGEST_DAYS,
  RETENTION_KINDS,
  SHORTEST_DAYS,
  sumOf,
  type RetentionSettings,
} from '../../domain/privacy/retention.ts';
import { OPERATION_STATES } from '../../domain/operation.ts';
import { ensureDonors } from '../../db/mirror/save-stubs.ts';
import { openStore } from '../../db/open/open-store.ts';
import { noteAudit } from '../../db/queries/audit.ts';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { countOver, removeOver } from '../../db/queries/retention.ts';
import type { Store, Writer } from '../../db/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TODAY: CalendarDay = '2026-11-21';
const NOW = `${TODAY}T13:00:00.000Z`;

const days = fc.option(fc.integer({ min: SHORTEST_DAYS, max: 200 }), { nil: null, freq: 5 });
const settings: fc.Arbitrary<RetentionSettings> = fc.record({
  days: fc.record({ notes: days, followUps: days, corrections: days, reasons: days, strangers: days }),
  isDaily: fc.boolean(),
});
/** Most has been sent. */
const state = fc.constantFrom(...OPERATION_STATES, 'applied', 'applied', 'applied', 'applied', 'withdrawn');
const age = fc.integer({ min: 0, max: 500 });
const thing = fc.oneof(
  fc.record({ kind: fc.constant('call' as const), age, state, undo: fc.option(state, { nil: null }) }),
  fc.record({
    kind: fc.constant('correction' as const),
    age,
    state,
    conflict: fc.constantFrom('none', 'open', 'settled' as const),
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    age,
    state,
    isClosed: fc.boolean(),
    /** The call in which it was asked. */
    call: fc.option(state, { nil: null }),
  }),
  fc.record({ kind: fc.constant('objection' as const), age, state }),
  fc.record({ kind: fc.constant('look' as const), age }),
  fc.record({
    kind: fc.constant('proposal' as const),
    age,
    state: fc.option(state, { nil: null }),
    isDecided: fc.boolean(),
    isDeceased: fc.boolean(),
  }),
);
type Thing = typeof thing extends fc.Arbitrary<infer Value> ? Value : never;

const idOf = (index: number, part = 0): string =>
  `01990000-0000-7000-8000-${String(index * 10 + part).padStart(12, '0')}`;

/** Writes what happened so many days ago, in the state in which it is now. */
async function add(writer: Writer, index: number, each: Thing, donorId: number, personId: number): Promise<void> {
  const { transaction } = writer;
  const day = addDays(TODAY, -each.age);
  const at = `${day}T12:00:00.000Z`;
  const operation = async (id: string, kind: string, body: object, inState: string): Promise<void> => {
    await sql`
      INSERT INTO operation (id, donor_id, person_id, kind, body, recorded_at, state, tries)
      VALUES (${id}, ${donorId}, ${personId}, ${kind}, ${JSON.stringify({ kind, at, ...body })}, ${at}, ${inState}, 1)`.execute(
      transaction,
    );
  };
  const id = idOf(index);
  switch (each.kind) {
    case 'call':
      await operation(id, 'call', { notes: `note <${index}>`, followUps: [] }, each.state);
      if (each.undo !== null) await operation(idOf(index, 1), 'undo', { operationId: id }, each.undo);
      await sql`
        INSERT INTO attempt (id, donor_id, person_id, lane, programme, outcome, day, at, duration_seconds, notes)
        VALUES (${id}, ${donorId}, ${personId}, 'caller', 'thank-you-call', 'conversation', ${day}, ${at}, 60,
                ${`note <${index}>`})`.execute(transaction);
      return;
    case 'correction':
      await operation(id, 'correction', { correction: {} }, each.state);
      await sql`
        INSERT INTO correction (id, donor_id, person_id, detail, field, body, checked_by, at)
        VALUES (${id}, ${donorId}, ${personId}, 'email', 'email', '{}', 'spelled', ${at})`.execute(transaction);
      if (each.conflict === 'none') return;
      await sql`
        INSERT INTO conflict (operation_id, field, mine, found_at, choice, settled_at)
        VALUES (${id}, 'email', '{}', ${at}, ${each.conflict === 'open' ? null : 'mine'},
                ${each.conflict === 'open' ? null : at})`.execute(transaction);
      return;
    case 'answer': {
      const attemptId = each.call === null ? null : idOf(index, 2);
      if (attemptId !== null && each.call !== null) {
        await operation(attemptId, 'call', { notes: '', followUps: [{ text: `asked <${index}>` }] }, each.call);
        await sql`
          INSERT INTO attempt (id, donor_id, person_id, lane, programme, outcome, day, at, duration_seconds, notes)
          VALUES (${attemptId}, ${donorId}, ${personId}, 'caller', 'thank-you-call', 'conversation', ${day}, ${at}, 60,
                  '')`.execute(transaction);
      }
      await operation(
        id,
        'moment',
        { text: `answer <${index}>`, answers: { kind: 'question', text: 'asked' } },
        each.state,
      );
      await sql`
        INSERT INTO follow_up (donor_id, person_id, kind, text, at, closed_at, operation_id, attempt_id)
        VALUES (${donorId}, ${personId}, 'question', ${`asked <${index}>`}, ${at}, ${each.isClosed ? at : null},
                ${each.isClosed ? id : null}, ${attemptId})`.execute(transaction);
      return;
    }
    case 'objection':
      await operation(id, 'objection', { wasSetBefore: false }, each.state);
      await sql`INSERT INTO objection (id, donor_id, person_id, at) VALUES (${id}, ${donorId}, ${personId}, ${at})`.execute(
        transaction,
      );
      await sql`
        INSERT INTO consent (donor_id, person_id, day, at, words, source)
        VALUES (${donorId}, ${personId}, ${day}, ${at}, ${`yes ${index}`}, 'phone')`.execute(transaction);
      return;
    case 'proposal':
      if (each.state !== null) await operation(id, 'flag', { flag: 'is_deceased' }, each.state);
      await sql`
        INSERT INTO proposal (donor_id, person_id, kind, value, reason, at, decision, decided_at, operation_id)
        VALUES (${donorId}, ${personId}, ${each.isDeceased ? 'deceased' : 'iban'}, ${`proposed <${index}>`}, '', ${at},
                ${each.isDecided ? 'yes' : null}, ${each.isDecided ? at : null}, ${each.state === null ? null : id})`.execute(
        transaction,
      );
      return;
    case 'look':
      await noteAudit(writer, {
        at,
        personId,
        action: 'look',
        subject: String(donorId),
        donorId,
        words: `why <${index}>`,
      });
  }
}

const UNTOUCHED = ['objection', 'consent', 'donor', 'audit', 'person'] as const;
const WORKED = ['proposal', 'operation', 'attempt', 'correction', 'conflict', 'follow_up', 'audit_words'] as const;

async function rowsOf({ reader }: Store, tables: readonly string[]): Promise<readonly string[]> {
  const all = await Promise.all(
    tables.map(async (table) => {
      const rows = await reader
        .selectFrom(table as 'attempt')
        .selectAll()
        .execute();
      return rows.map((row) => `${table} ${JSON.stringify(row)}`);
    }),
  );
  return all.flat();
}

/** Whether something still has to be sent or decided, said in the plainest way. */
function isOpen(each: Thing): boolean {
  const open = (one: string | null): boolean => one === 'waiting' || one === 'conflict' || one === 'rejected';
  if (each.kind === 'look') return false;
  if (each.kind === 'call') return open(each.state) || open(each.undo);
  if (each.kind === 'correction') return open(each.state) || each.conflict === 'open';
  if (each.kind === 'proposal') return !each.isDecided || each.isDeceased || open(each.state);
  if (each.kind === 'answer') return !each.isClosed || open(each.state) || open(each.call);
  return true;
}

const KIND = {
  call: 'notes',
  answer: 'followUps',
  correction: 'corrections',
  proposal: 'corrections',
  look: 'reasons',
} as const;

/** Runs it in a write that is taken back, so that the next run begins with an empty profile. */
async function tried<Result>(store: Store, work: (writer: Writer) => Promise<Result>): Promise<Result> {
  let result: Result | undefined;
  const rollback = new Error('taken back');
  const writing = store.write(async (writer) => {
    result = await work(writer);
    throw rollback;
  });
  await writing.catch((error: unknown) => {
    if (error !== rollback) throw error;
  });
  return result as Result;
}

it('takes what is over and settled, and nothing else', async () => {
  const store = await openStore({ folder: temporaryFolder(), now: NOW });
  await fc.assert(
    fc.asyncProperty(fc.array(thing, { minLength: 4, maxLength: 16 }), settings, async (things, chosen) => {
      const seen = await tried(store, async (writer) => {
        const { id: personId } = await setCurrentPerson(writer, { crmId: 2, name: 'Corrie', roles: ['coordinator'] });
        await ensureDonors(writer, [7]);
        const [donor] = await writer.transaction.selectFrom('donor').select('id').execute();
        for (const [index, each] of things.entries()) await add(writer, index, each, donor?.id ?? 0, personId);
        const inside = { reader: writer.transaction } as unknown as Store;
        const before = { protecting: await rowsOf(inside, UNTOUCHED), worked: await rowsOf(inside, WORKED) };
        const shown = await countOver(writer.transaction, chosen, NOW);
        const removed = await removeOver(writer, chosen, NOW);
        const after = { protecting: await rowsOf(inside, UNTOUCHED), worked: await rowsOf(inside, WORKED) };
        return { before, after, shown, removed, again: sumOf(await removeOver(writer, chosen, NOW)) };
      });
      const { before, after } = seen;
      const expected = { notes: 0, followUps: 0, corrections: 0, reasons: 0, strangers: 0 };
      const harmed: string[] = [];
      for (const [index, each] of things.entries()) {
        const kind = each.kind === 'objection' ? null : KIND[each.kind];
        const at = `${addDays(TODAY, -each.age)}T12:00:00.000Z`;
        const goes = kind !== null && isOver({ at, isSettled: !isOpen(each) }, kind, chosen, NOW);
        if (kind !== null && goes) expected[kind] += 1;
        const words = [
          `note <${index}>`,
          `why <${index}>`,
          `asked <${index}>`,
          `answer <${index}>`,
          `proposed <${index}>`,
        ];
        const isMine = (row: string): boolean => [idOf(index), ...words].some((mark) => row.includes(mark));
        // What is not over stays word for word; of what is over no word is left.
        if (goes) harmed.push(...after.worked.filter((row) => words.some((word) => row.includes(word))));
        else harmed.push(...before.worked.filter((row) => isMine(row) && !after.worked.includes(row)));
      }
      expect(harmed).toEqual([]);
      expect(after.protecting).toEqual(before.protecting);
      expect(seen.shown).toEqual(expected);
      expect(seen.removed).toEqual(expected);
      expect(seen.again).toBe(0);
    }),
    { numRuns: 60 },
  );
  await store.close();
});

describe('a term', () => {
  it('goes by days of Amsterdam, has no end when it is null, and never touches what is not settled', () => {
    fc.assert(
      fc.property(
        settings,
        fc.constantFrom(...RETENTION_KINDS),
        fc.integer({ min: 0, max: 900 }),
        (chosen, kind, ago) => {
          const at = `${addDays(TODAY, -ago)}T12:00:00.000Z`;
          const term = chosen.days[kind];
          expect(isOver({ at, isSettled: true }, kind, chosen, NOW)).toBe(term !== null && ago > term);
          expect(isOver({ at, isSettled: false }, kind, chosen, NOW)).toBe(false);
        },
      ),
    );
    const late = '2026-10-22T22:30:00.000Z';
    const thirty = { ...DEFAULT_RETENTION, days: { ...DEFAULT_RETENTION.days, notes: 29 } };
    // Half past midnight of the 23rd in Amsterdam.
    expect(keptFrom('notes', thirty, NOW)).toBe('2026-10-23');
    expect(isOver({ at: late, isSettled: true }, 'notes', thirty, NOW)).toBe(false);
    expect(LONGEST_DAYS).toBeGreaterThan(3_650);
  });
});
