/** What goes out and comes in again changes nothing, whatever is in it. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { refreshGiving } from '../../../db/mirror/refresh-giving.ts';
import { bringIn, fileWorkstation, mirrorOf, takeOut } from '../../support/files.ts';
import type { Workstation } from '../../support/workstation.ts';

const NASTY = [
  'O\'Brien; "de Oude"',
  '=HYPERLINK("http://x";"klik")',
  '+31612345678',
  '-',
  '@SUM(A1)',
  "'=1",
  "''+2",
  '00123',
  '1e5',
  '12-11-2026',
  '1,234',
  'Zoë-Loïs',
  '😀 van 👩‍👩‍👧',
  'שלום עולם',
  '\u202Eomgekeerd',
  'x'.repeat(200),
  '_x000D_',
  '_x005F_x000D_',
  'regel\neen',
  '\ttab',
  ' met spaties ',
  'null',
  'NULL',
  '\uFEFFmerk',
  'Ǆ',
  '&lt;b>',
  ']]>',
] as const;

const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constant(''));
const donor = fc.record({
  kind: fc.constantFrom('individual', 'individual', 'organization', 'household'),
  firstName: text,
  prefix: fc.constantFrom('', 'van der', "'t", 'in ’t'),
  surname: text,
  displayName: text,
  gender: fc.constantFrom('female', 'male', 'other', null),
  language: fc.constantFrom('nl', 'en'),
  flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
  mobile: text,
  phone: text,
  email: text,
  address: fc.option(fc.record({ street: text, postcode: text, town: text, country: fc.constantFrom('NL', 'BE', '') })),
  mandate: fc.option(
    fc.record({
      amount: fc.integer({ min: 1, max: 100_000 }),
      unit: fc.constantFrom('day', 'week', 'month', 'year'),
      interval: fc.integer({ min: 1, max: 24 }),
      status: fc.constantFrom('running', 'cancelled', 'ended'),
      hasEnd: fc.boolean(),
    }),
  ),
  consent: fc.option(text.filter((words) => words.trim() !== '')),
  correction: fc.option(fc.record({ phone: fc.constantFrom('+31 6 11223344', '038-4211111'), name: fc.boolean() })),
});
type Nasty = typeof donor extends fc.Arbitrary<infer Value> ? Value : never;

/** Donors as a CRM or a file could have left them, with corrections that wait. */
async function fill(workstation: Workstation, donors: readonly Nasty[]): Promise<void> {
  await workstation.backend.store.write(async (writer) => {
    const { transaction } = writer;
    const { id: personId } = await transaction.selectFrom('person').select('id').executeTakeFirstOrThrow();
    for (const [index, each] of donors.entries()) {
      const [calls, email, post, deceased] = each.flags.map((flag) => (flag ? 1 : 0));
      const named = each.surname.trim() === '' && each.firstName.trim() === '' && each.displayName.trim() === '';
      const isPerson = each.kind === 'individual';
      const surname = named ? 'Naamloos' : each.surname;
      const whole = [each.firstName, each.prefix, surname]
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' ');
      const shown = isPerson ? whole || each.displayName : each.displayName.trim() || 'Stichting';
      await sql`
        INSERT INTO donor (id, external_id, kind, first_name, prefix, surname, display_name, gender, language,
                           does_not_want_calls, does_not_want_email, does_not_want_post, is_deceased, is_removed)
        VALUES (${index + 1}, ${`00${index + 1}`}, ${each.kind}, ${each.firstName}, ${each.prefix}, ${surname},
                ${shown},
                ${each.gender}, ${each.language}, ${calls}, ${email}, ${post}, ${deceased}, 0)`.execute(transaction);
      for (const [kind, raw] of [
        ['Mobile', each.mobile],
        ['Phone', each.phone],
      ] as const) {
        if (raw.trim() === '') continue;
        await sql`INSERT INTO donor_phone (donor_id, raw, is_primary, kind) VALUES (${index + 1}, ${raw}, 1, ${kind})`.execute(
          transaction,
        );
      }
      if (each.email.trim() !== '') {
        await sql`INSERT INTO donor_email (donor_id, email, is_primary, is_on_hold) VALUES (${index + 1}, ${each.email}, 1, 0)`.execute(
          transaction,
        );
      }
      if (each.address !== null && `${each.address.street}${each.address.postcode}${each.address.town}`.trim() !== '') {
        const { street, postcode, town, country } = each.address;
        await sql`
          INSERT INTO donor_address (donor_id, street, postcode, town, country, is_primary)
          VALUES (${index + 1}, ${street}, ${postcode}, ${town}, ${country === '' ? 'NL' : country}, 1)`.execute(
          transaction,
        );
      }
      if (each.mandate !== null) {
        const { amount, unit, interval, status, hasEnd } = each.mandate;
        await sql`
          INSERT INTO mandate (donor_id, start_day, amount, frequency_unit, frequency_interval, status, cancelled_day)
          VALUES (${index + 1}, '2024-02-29', ${amount}, ${unit}, ${interval}, ${status},
                  ${status === 'cancelled' && hasEnd ? '2026-01-31' : null})`.execute(transaction);
      }
      const gift = [`G${index}`, index + 1, `2026-11-0${(index % 9) + 1}`, 1_250 * (index + 1)] as const;
      await sql`
        INSERT INTO gift (external_id, donor_id, day, amount, status, project)
        VALUES (${sql.join(gift)}, 'received', ${each.firstName || null})`.execute(transaction);
      if (each.consent !== null) {
        await transaction
          .insertInto('consent')
          .values({
            donor_id: index + 1,
            person_id: personId,
            day: '2026-10-01',
            at: '2026-10-01T10:00:00.000Z',
            words: each.consent,
            source: 'telefoon',
          })
          .execute();
      }
      if (each.correction === null) continue;
      const body = { field: 'phone', rowId: null, crmId: null, base: null, value: each.correction.phone };
      const id = `c${index}`;
      await sql`
        INSERT INTO operation (id, donor_id, person_id, kind, body, recorded_at, state, tries)
        VALUES (${id}, ${index + 1}, ${personId}, 'correction', '{"kind":"correction"}', '2026-11-20T12:00:00.000Z', 'waiting', 0)`.execute(
        transaction,
      );
      await sql`
        INSERT INTO correction (id, donor_id, person_id, detail, field, body, checked_by, at)
        VALUES (${id}, ${index + 1}, ${personId}, 'phone', 'phone', ${JSON.stringify(body)}, 'heard', '2026-11-20T12:00:00.000Z')`.execute(
        transaction,
      );
      if (!each.correction.name) continue;
      const name = { firstName: each.firstName, prefix: each.prefix, surname };
      const nameBody = { field: 'name', base: name, value: { firstName: 'Nieuw', prefix: '', surname: 'Van Nu' } };
      await sql`
        INSERT INTO operation (id, donor_id, person_id, kind, body, recorded_at, state, tries)
        VALUES (${`${id}n`}, ${index + 1}, ${personId}, 'correction', '{"kind":"correction"}', '2026-11-20T12:01:00.000Z', 'waiting', 0)`.execute(
        transaction,
      );
      await sql`
        INSERT INTO correction (id, donor_id, person_id, detail, field, body, checked_by, at)
        VALUES (${`${id}n`}, ${index + 1}, ${personId}, 'name', 'name', ${JSON.stringify(nameBody)}, 'heard', '2026-11-20T12:01:00.000Z')`.execute(
        transaction,
      );
    }
    await refreshGiving(
      writer,
      donors.map((_, index) => index + 1),
    );
  });
}

const WAYS = [
  ['donors', 'xlsx', 'nl'],
  ['donors', 'csv', 'en'],
  ['gifts', 'xlsx', 'en'],
  ['gifts', 'csv', 'nl'],
  ['kal', 'xlsx', 'nl'],
  ['kal', 'csv', 'en'],
] as const;

describe('a file that goes out and comes in again', () => {
  it('changes nothing, whatever its donors are called', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(donor, { minLength: 1, maxLength: 6 }), async (donors) => {
        const workstation = await fileWorkstation();
        await fill(workstation, donors);
        const before = await mirrorOf(workstation);
        for (const [what, format, language] of WAYS) {
          const { fileName, bytes } = await takeOut(workstation, { what, format, language, choice: { of: 'all' } });
          const report = await bringIn(workstation, fileName, bytes, what);
          expect([what, format, report.refusals, report.remarks]).toEqual([what, format, [], []]);
          expect(await mirrorOf(workstation)).toEqual(before);
        }
        await workstation.close();
      }),
      { numRuns: 5 },
    );
  });
});
