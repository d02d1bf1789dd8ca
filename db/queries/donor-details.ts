/** Name, phones, e-mails and addresses of donors, with the corrections that the CRM does not have yet laid over them. */
import { correctionSchema, type Correction } from '../../domain/correction.ts';
import { applyCorrections, type DetailRow, type DonorDetails } from '../../domain/donor-details.ts';
import type { SurroundingFacts } from '../../domain/donor-facts.ts';
import type { Language } from '../../domain/language.ts';
import type { PostalAddress } from '../../domain/postal-address.ts';
import { readRefusedChannels } from '../sources/refused-in-files.ts';
import type { Reader } from '../store.ts';
import { groupByDonor, inList } from './many.ts';

/** What the CRM says of how and when she wants to hear from the charity. */
export type DonorWishes = Pick<
  SurroundingFacts,
  'preferredPart' | 'birthday' | 'hasEmail' | 'doesNotWantEmail' | 'hasAddress' | 'doesNotWantPost'
>;

export interface Donor {
  readonly donorId: number;
  readonly crmId: number | null;
  readonly externalId: string | null;
  readonly language: Language;
  readonly isDeceased: boolean;
  readonly isRemoved: boolean;
  /** Nothing but facts is held of her (docs/decisions/0016): no name, no number. */
  readonly isOutside: boolean;
  readonly doesNotWantCalls: boolean;
  readonly wishes: DonorWishes;
  readonly details: DonorDetails;
}

/** Donors in no particular order; an id that does not exist is left out. */
export async function readDonors(reader: Reader, donorIds: readonly number[]): Promise<ReadonlyMap<number, Donor>> {
  return readWith(reader, donorIds, await readOpenCorrections(reader, donorIds));
}

/** As the CRM or the files have them, without what was corrected here. */
export async function readMirrorDonors(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, Donor>> {
  return readWith(reader, donorIds, new Map());
}

async function readWith(
  reader: Reader,
  donorIds: readonly number[],
  corrections: ReadonlyMap<number, readonly Correction[]>,
): Promise<ReadonlyMap<number, Donor>> {
  const list = inList(donorIds);
  const donors = await reader.selectFrom('donor').selectAll().where('id', 'in', list).execute();
  const phones = await reader
    .selectFrom('donor_phone')
    .selectAll()
    .where('donor_id', 'in', list)
    .orderBy('id')
    .execute();
  const emails = await reader
    .selectFrom('donor_email')
    .selectAll()
    .where('donor_id', 'in', list)
    .orderBy('id')
    .execute();
  const addresses = await reader
    .selectFrom('donor_address')
    .selectAll()
    .where('donor_id', 'in', list)
    .orderBy('id')
    .execute();
  const refused = await readRefusedChannels(reader, donorIds);
  const reachable = new Set(emails.filter((row) => row.is_on_hold === 0).map(({ donor_id }) => donor_id));
  const phonesOf = groupByDonor(phones, (row) => toRow(row, row.raw, row.kind));
  const emailsOf = groupByDonor(emails, (row) => toRow(row, row.email, row.location));
  const addressesOf = groupByDonor(addresses, (row) => toRow(row, toAddress(row), row.location));
  return new Map(
    donors.map((donor) => {
      const mirror: DonorDetails = {
        name: {
          kind: donor.kind,
          firstName: donor.first_name,
          prefix: donor.prefix,
          surname: donor.surname,
          displayName: donor.display_name,
          gender: donor.gender,
        },
        phones: phonesOf.get(donor.id) ?? [],
        emails: emailsOf.get(donor.id) ?? [],
        addresses: addressesOf.get(donor.id) ?? [],
      };
      return [
        donor.id,
        {
          donorId: donor.id,
          crmId: donor.crm_id,
          externalId: donor.external_id,
          language: donor.language,
          isDeceased: donor.is_deceased === 1,
          isRemoved: donor.is_removed === 1,
          isOutside: donor.slice === 'outside',
          doesNotWantCalls: donor.does_not_want_calls === 1,
          wishes: {
            preferredPart: donor.preferred_part,
            birthday: donor.birthday,
            hasEmail: reachable.has(donor.id),
            doesNotWantEmail: donor.does_not_want_email === 1 || refused.has(`contact_email ${donor.id}`),
            hasAddress: addressesOf.has(donor.id),
            doesNotWantPost: donor.does_not_want_post === 1 || refused.has(`contact_post ${donor.id}`),
          },
          details: applyCorrections(mirror, corrections.get(donor.id) ?? []),
        },
      ];
    }),
  );
}

/** Corrections that were recorded here and are not part of the mirror yet, oldest first. */
async function readOpenCorrections(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Correction[]>> {
  const rows = await reader
    .selectFrom('correction')
    .innerJoin('operation', 'operation.id', 'correction.id')
    .select(['correction.donor_id', 'correction.body'])
    .where('correction.donor_id', 'in', inList(donorIds))
    .where('correction.undone_at', 'is', null)
    .where('operation.state', 'in', ['waiting', 'conflict', 'rejected'])
    .orderBy('operation.sequence')
    .execute();
  return groupByDonor(rows, ({ body }) => correctionSchema.parse(JSON.parse(body)));
}

function toAddress({ street, postcode, town, country }: PostalAddress): PostalAddress {
  return { street, postcode, town, country };
}

interface MirrorRow {
  readonly id: number;
  readonly crm_id: number | null;
  readonly is_primary: 0 | 1;
}

function toRow<Value>(row: MirrorRow, value: Value, kind: string | null): DetailRow<Value> {
  return { rowId: row.id, crmId: row.crm_id, value, isPrimary: row.is_primary === 1, kind };
}
