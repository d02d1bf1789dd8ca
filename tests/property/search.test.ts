/** The search index in a real file: every writer keeps it, and whoever is looked for by a beginning is found. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDonors } from '../../db/mirror/save-donors.ts';
import type { MirrorDonor } from '../../db/mirror/records.ts';
import { openStore } from '../../db/open/open-store.ts';
import { searchDonors } from '../../db/queries/search.ts';
import type { Store } from '../../db/store.ts';
import { readQuestion } from '../../domain/search/search-question.ts';
import { wordsOf } from '../../domain/search/search-words.ts';
import { inventMirrorDonor } from '../support/mirror-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const EVERYBODY = 1_000;

const arbitraryDonor = fc
  .record({
    crmId: fc.integer({ min: 1, max: 15 }),
    firstName: fc.constantFrom('Zoë', 'Jan-Pieter', 'J.P.', 'Aïcha', 'Sjoukje', ''),
    prefix: fc.constantFrom('', 'van der', "'t", 'de'),
    surname: fc.constantFrom('Knaap', 'Vries', 'Hooft-Jansen', 'Groß', 'O’Brien'),
    isRemoved: fc.constantFrom(false, false, false, true),
    externalId: fc.option(fc.constantFrom('D-0042', 'X7', '00815'), { nil: null }),
    number: fc.constantFrom('06-12345678', '038 123 45 67', '+32 475 12 34 56', ''),
    email: fc.constantFrom('zoe.knaap@example.org', 'Info@Voorbeeld.nl'),
    street: fc.constantFrom('Wilgenhof 41 B', 'Kerkweg 3'),
    postcode: fc.constantFrom('8031 XD', '1234AB'),
  })
  .map(({ email, street, postcode, ...donor }): MirrorDonor =>
    inventMirrorDonor({
      ...donor,
      displayName: [donor.firstName, donor.prefix, donor.surname].filter((part) => part !== '').join(' '),
      emails: [{ crmId: donor.crmId, email, isPrimary: true, isOnHold: false, location: null }],
      addresses: [
        {
          crmId: donor.crmId,
          street,
          postcode,
          town: 'Zwolle',
          country: 'NL',
          isPrimary: true,
          location: null,
          masterCrmId: null,
        },
      ],
    }),
  );

const page = fc.uniqueArray(arbitraryDonor, { minLength: 1, maxLength: 6, selector: ({ crmId }) => crmId });

describe('search', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore({ folder: temporaryFolder(), now: NOW });
  });
  afterAll(() => store.close());

  /** CRM ids of who is found. */
  async function find(text: string): Promise<readonly number[]> {
    const donorIds = await searchDonors(store.reader, readQuestion(text), EVERYBODY);
    const rows = await store.reader.selectFrom('donor').select(['id', 'crm_id']).execute();
    return donorIds.map((donorId) => rows.find(({ id }) => id === donorId)?.crm_id ?? -1);
  }

  it('finds everybody by whatever is known of them, however it is written and however little of it', async () => {
    const known = new Map<number, MirrorDonor>();
    await fc.assert(
      fc.asyncProperty(page, fc.integer({ min: 1, max: 6 }), async (donors, length) => {
        await store.write((writer) => saveDonors(writer, donors));
        for (const donor of donors) if (donor.crmId !== null) known.set(donor.crmId, donor);
        for (const [crmId, donor] of known) {
          const texts = [
            `${donor.firstName} ${donor.surname}`,
            `${donor.surname}, ${donor.firstName} ${donor.prefix}`,
            wordsOf(`${donor.prefix} ${donor.surname}`).join('').toUpperCase(),
            wordsOf(donor.surname)[0]?.slice(0, length) ?? '',
            donor.externalId ?? donor.surname,
            donor.emails[0]?.email.toUpperCase() ?? '',
            donor.emails[0]?.email.slice(0, donor.emails[0].email.indexOf('@') + 1) ?? '',
            `${donor.addresses[0]?.postcode ?? ''} ${donor.addresses[0]?.street.split(' ')[1] ?? ''}`,
            donor.addresses[0]?.postcode.toLowerCase().replace(' ', '') ?? '',
            donor.phones[0]?.raw ?? donor.surname,
            donor.phones[0]?.raw.slice(0, 8) ?? donor.surname,
          ];
          for (const text of texts) {
            const isFound = (await find(text)).includes(crmId);
            expect({ text, isFound }).toEqual({ text, isFound: !donor.isRemoved });
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has after every write the rows that are made from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(page, fc.boolean(), async (donors, fails) => {
        const writing = store.write(async (writer) => {
          await saveDonors(writer, donors);
          await writer.transaction
            .deleteFrom('donor')
            .where('crm_id', '=', donors[0]?.crmId ?? 0)
            .execute();
          if (fails) throw new Error('the disk is gone');
        });
        expect(await writing.catch((error: unknown) => String(error))).toBe(
          fails ? 'Error: the disk is gone' : undefined,
        );
        const { rows: indexed } = await sql<{ rowid: number }>`SELECT rowid FROM donor_search`.execute(store.reader);
        const present = await store.reader.selectFrom('donor').select('id').orderBy('id').execute();
        expect(indexed.map(({ rowid }) => rowid).sort((a, b) => a - b)).toEqual(present.map(({ id }) => id));
        await sql`INSERT INTO donor_search (donor_search) VALUES ('integrity-check')`.execute(store.reader);
      }),
      { numRuns: 40 },
    );
  });

  it('puts whole words before words that only begin so', async () => {
    await store.write((writer) =>
      saveDonors(writer, [
        inventMirrorDonor({ crmId: 101, firstName: 'Jan', surname: 'Mol', displayName: 'Jan Mol' }),
        inventMirrorDonor({ crmId: 102, firstName: 'Jan', surname: 'Molenaar', displayName: 'Jan Molenaar' }),
      ]),
    );
    expect(await find('jan mol')).toEqual([101, 102]);
  });
});
