/** Writes donors from files into the mirror. What is the same already is not written. */
import { sql } from 'kysely';
import { fullName } from '../../domain/person-name.ts';
import { eachOf } from '../queries/many.ts';
import type { Writer } from '../store.ts';
import { NO_ROWS, readKnownDonors, type KnownDonor } from './known-from-files.ts';
import type { FileDonor, WholeDonor } from './records-from-files.ts';
import { saveDetailsFromFiles, type ChangedDonor } from './save-details-from-files.ts';

export interface SavedDonors {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Ids of all of them by their number. */
  readonly donorIds: ReadonlyMap<string, number>;
}

/**
 * @param donors each number once
 * @param isForGood false: nothing is written, and new donors have no id
 */
export async function saveDonorsFromFiles(
  writer: Writer,
  donors: readonly FileDonor[],
  isForGood: boolean,
): Promise<SavedDonors> {
  const known = await readKnownDonors(
    writer.transaction,
    donors.map(({ externalId }) => externalId),
  );
  const donorIds = new Map([...known].map(([externalId, { donorId }]) => [externalId, donorId]));
  const pending = donors.flatMap((given) => {
    const before = known.get(given.externalId) ?? null;
    const donor = complete(given, before);
    return before !== null && isSame(before.donor, donor) ? [] : [{ externalId: given.externalId, before, donor }];
  });
  const added = pending.filter(({ before }) => before === null).length;
  const counts = { new: added, changed: pending.length - added, unchanged: donors.length - pending.length, donorIds };
  if (!isForGood) return counts;
  const saved = await upsertDonors(writer, pending);
  for (const [externalId, donorId] of saved) donorIds.set(externalId, donorId);
  const changed = pending.flatMap(({ externalId, before, donor }): ChangedDonor[] => {
    const donorId = saved.get(externalId);
    return donorId === undefined ? [] : [{ donorId, donor, rows: before?.rows ?? NO_ROWS }];
  });
  await saveDetailsFromFiles(writer, changed);
  return counts;
}

const NOTHING_KNOWN: WholeDonor = {
  kind: 'individual',
  firstName: '',
  prefix: '',
  surname: '',
  displayName: '',
  gender: null,
  language: 'nl',
  doesNotWantCalls: false,
  doesNotWantEmail: false,
  doesNotWantPost: false,
  isDeceased: false,
  mobile: '',
  phone: '',
  email: '',
  address: null,
};

/** What the file says, laid over what was known. A person is shown by the parts of the name, when there are any. */
function complete({ said }: FileDonor, before: KnownDonor | null): WholeDonor {
  const whole: WholeDonor = { ...NOTHING_KNOWN, ...before?.donor, ...said };
  if (said.displayName !== undefined || whole.kind !== 'individual') return whole;
  return { ...whole, displayName: fullName({ ...whole, displayName: '' }) || whole.displayName };
}

const PARTS = (Object.keys(NOTHING_KNOWN) as (keyof WholeDonor)[]).filter((part) => part !== 'address');

/** Properties are in one order, that of `NOTHING_KNOWN`; addresses are spelled out. */
function isSame(a: WholeDonor, b: WholeDonor): boolean {
  return textOf(a) === textOf(b);
}

function textOf(donor: WholeDonor): string {
  const { address } = donor;
  return JSON.stringify([
    ...PARTS.map((part) => donor[part]),
    address && [address.street, address.postcode, address.town, address.country],
  ]);
}

interface PendingDonor {
  readonly externalId: string;
  readonly before: KnownDonor | null;
  readonly donor: WholeDonor;
}

/** What stands in the row of the donor herself, and no more: all of it is written as text and read again. */
function columnsOf({ externalId, before, donor }: PendingDonor): object {
  return {
    id: before?.donorId ?? null,
    externalId,
    kind: donor.kind,
    firstName: donor.firstName,
    prefix: donor.prefix,
    surname: donor.surname,
    displayName: donor.displayName,
    gender: donor.gender,
    language: donor.language,
    doesNotWantCalls: donor.doesNotWantCalls,
    doesNotWantEmail: donor.doesNotWantEmail,
    doesNotWantPost: donor.doesNotWantPost,
    isDeceased: donor.isDeceased,
  };
}

/** One statement for new and changed ones: a row without an id gets one. New ones get theirs in the order of the file. */
async function upsertDonors(
  { transaction }: Writer,
  pending: readonly PendingDonor[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: number; external_id: string }>`
    INSERT INTO donor (id, external_id, kind, first_name, prefix, surname, display_name, gender, language,
                       does_not_want_calls, does_not_want_email, does_not_want_post, is_deceased, is_removed)
    SELECT value ->> 'id', value ->> 'externalId', value ->> 'kind', value ->> 'firstName', value ->> 'prefix',
           value ->> 'surname', value ->> 'displayName', value ->> 'gender', value ->> 'language',
           value ->> 'doesNotWantCalls', value ->> 'doesNotWantEmail', value ->> 'doesNotWantPost',
           value ->> 'isDeceased', 0
      FROM ${eachOf(pending.map(columnsOf))} WHERE true
        ON CONFLICT (id) DO UPDATE SET
           kind = excluded.kind, first_name = excluded.first_name, prefix = excluded.prefix,
           surname = excluded.surname, display_name = excluded.display_name, gender = excluded.gender,
           language = excluded.language, does_not_want_calls = excluded.does_not_want_calls,
           does_not_want_email = excluded.does_not_want_email, does_not_want_post = excluded.does_not_want_post,
           is_deceased = excluded.is_deceased
    RETURNING id, external_id`.execute(transaction);
  return new Map(rows.map(({ id, external_id }) => [external_id, id]));
}
