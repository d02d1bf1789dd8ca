/** Gathers what decides whether donors are called: the mirror, with what was recorded here laid over it. */
import type { ScheduledCall } from '../../domain/call-fact.ts';
import { firstNumberOf, type DonorFacts, type DonorPhone } from '../../domain/donor-facts.ts';
import { validNumberIn } from '../../domain/phone-number.ts';
import type { Reader } from '../store.ts';
import { outcomesHeard, toCallFacts, wrongElsewhere, type OwnCall } from './call-facts.ts';
import { readClaims } from './claims.ts';
import { readDonors, type Donor } from './donor-details.ts';
import { readMoments, type DonorMoment } from './donor-moments.ts';
import { readGiftActions, readGifts, readMandates } from './giving.ts';
import { groupByDonor, inList } from './many.ts';
import {
  hasComplaintInCrm,
  readCallbacks,
  readComplaining,
  readObjecting,
  readProposedDeceased,
  readWrongNumbers,
} from './overlay-facts.ts';
import { readSourceActions } from '../sources/actions.ts';
import { fromMoments, readFromHere, readHouseholdCalls } from './surroundings.ts';

/** Facts of the donors whose details are held among `donorIds`, in the order of the ids: nobody can judge the others. */
export async function readFacts(reader: Reader, donorIds: readonly number[]): Promise<readonly DonorFacts[]> {
  if (donorIds.length === 0) return [];
  const donors = await readDonors(reader, donorIds);
  const gifts = await readGifts(reader, donorIds);
  const actions = await readGiftActions(reader, donorIds);
  const atSources = await readSourceActions(reader, donorIds);
  const mandates = await readMandates(reader, donorIds);
  const moments = await readMoments(reader, donorIds);
  const attempts = await readAttempts(reader, donorIds);
  const claims = await readClaims(reader, donorIds);
  const callbacks = await readCallbacks(reader, donorIds);
  const objecting = await readObjecting(reader, donorIds);
  const complaining = await readComplaining(reader, donorIds);
  const deceased = await readProposedDeceased(reader, donorIds);
  const wrongNumbers = await readWrongNumbers(reader, donorIds);
  const fromHere = await readFromHere(reader, donorIds);
  const phonesOf = new Map(
    [...donors].map(([donorId, donor]) => [
      donorId,
      toPhones(donor, new Set([...(wrongNumbers.get(donorId) ?? []), ...wrongElsewhere(moments.get(donorId) ?? [])])),
    ]),
  );
  const numbers = [...phonesOf.values()].map(firstNumberOf).filter((number) => number !== null);
  const household = await readHouseholdCalls(reader, numbers);
  return donorIds.flatMap((donorId) => {
    const donor = donors.get(donorId);
    const phones = phonesOf.get(donorId);
    if (donor === undefined || donor.isOutside || phones === undefined) return [];
    const number = firstNumberOf(phones);
    const contact = moments.get(donorId) ?? [];
    const called = attempts.get(donorId) ?? [];
    const heard = outcomesHeard(called, contact);
    const said = fromMoments(contact);
    return [
      {
        donorId,
        crmId: donor.crmId,
        isDeceased: donor.isDeceased || deceased.has(donorId) || heard.has('deceased'),
        isRemoved: donor.isRemoved,
        hasObjected: objecting.has(donorId),
        cannotDecide: heard.has('cannot-decide'),
        hasOpenComplaint: complaining.has(donorId) || hasComplaintInCrm(contact),
        phones,
        gifts: gifts.get(donorId) ?? [],
        mandates: mandates.get(donorId) ?? [],
        calls: toCallFacts(called, contact),
        scheduledCalls: toScheduledCalls(contact),
        claims: claims.get(donorId) ?? [],
        callbacks: callbacks.get(donorId) ?? [],
        ...said,
        actions: [...said.actions, ...(actions.get(donorId) ?? []), ...(atSources.get(donorId) ?? [])],
        ...fromHere(donorId),
        ...donor.wishes,
        householdCallDays: household
          .filter((call) => call.number === number && call.donorId !== donorId)
          .map(({ day }) => day),
      },
    ];
  });
}

/** A number that was heard in a call has no row of its own yet and comes after those that have. */
function toPhones(donor: Donor, wrongNumbers: ReadonlySet<string>): readonly DonorPhone[] {
  return donor.details.phones.map(({ rowId, crmId, value, isPrimary }, index) => {
    const number = validNumberIn(value);
    return {
      id: crmId ?? rowId ?? Number.MAX_SAFE_INTEGER - donor.details.phones.length + index,
      raw: value,
      isPrimary,
      number,
      isRecordedWrong: number !== null && wrongNumbers.has(number),
    };
  });
}

/** Calls that were recorded here and not taken back. */
async function readAttempts(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly OwnCall[]>> {
  const rows = await reader
    .selectFrom('attempt')
    .select(['donor_id', 'day', 'at', 'outcome', 'programme', 'promised_in'])
    .where('donor_id', 'in', inList(donorIds))
    .where('undone_at', 'is', null)
    .execute();
  return groupByDonor(rows, (row) => row);
}

function toScheduledCalls(moments: readonly DonorMoment[]): readonly ScheduledCall[] {
  return moments
    .filter(({ type_name, status_name }) => type_name === 'Phone Call' && status_name === 'Scheduled')
    .map(({ day, assignees }) => ({ day, assignees: JSON.parse(assignees) as number[] }));
}
