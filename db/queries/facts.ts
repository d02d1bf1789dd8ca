/** Gathers what decides whether donors are called: the mirror, with what was recorded here laid over it. */
import type { ScheduledCall } from '../../domain/call-fact.ts';
import { firstNumberOf, type DonorFacts, type DonorPhone } from '../../domain/donor-facts.ts';
import { validNumberIn } from '../../domain/phone-number.ts';
import type { Reader } from '../store.ts';
import { readCallFacts } from './call-facts.ts';
import { readDonors, type Donor } from './donor-details.ts';
import { readClaims } from './claims.ts';
import { readGifts, readMandates } from './giving.ts';
import { groupByDonor, inList } from './many.ts';
import {
  readCallbacks,
  readComplaining,
  readObjecting,
  readReportedDeceased,
  readWrongNumbers,
} from './overlay-facts.ts';
import { readHouseholdCalls, readSurroundings } from './surroundings.ts';

/** Facts of the donors whose details are held among `donorIds`, in the order of the ids: nobody can judge the others. */
export async function readFacts(reader: Reader, donorIds: readonly number[]): Promise<readonly DonorFacts[]> {
  const donors = await readDonors(reader, donorIds);
  const gifts = await readGifts(reader, donorIds);
  const mandates = await readMandates(reader, donorIds);
  const calls = await readCallFacts(reader, donorIds);
  const scheduled = await readScheduledCalls(reader, donorIds);
  const claims = await readClaims(reader, donorIds);
  const callbacks = await readCallbacks(reader, donorIds);
  const objecting = await readObjecting(reader, donorIds);
  const complaining = await readComplaining(reader, donorIds);
  const deceased = await readReportedDeceased(reader, donorIds);
  const wrongNumbers = await readWrongNumbers(reader, donorIds);
  const surroundings = await readSurroundings(reader, donorIds);
  const phonesOf = new Map(
    [...donors].map(([donorId, donor]) => [donorId, toPhones(donor, new Set(wrongNumbers.get(donorId)))]),
  );
  const numbers = [...phonesOf.values()].map(firstNumberOf).filter((number) => number !== null);
  const household = await readHouseholdCalls(reader, numbers);
  return donorIds.flatMap((donorId) => {
    const donor = donors.get(donorId);
    const phones = phonesOf.get(donorId);
    if (donor === undefined || donor.isOutside || phones === undefined) return [];
    const number = firstNumberOf(phones);
    return [
      {
        donorId,
        crmId: donor.crmId,
        isDeceased: donor.isDeceased || deceased.has(donorId),
        isRemoved: donor.isRemoved,
        hasObjected: objecting.has(donorId),
        hasOpenComplaint: complaining.has(donorId),
        phones,
        gifts: gifts.get(donorId) ?? [],
        mandates: mandates.get(donorId) ?? [],
        calls: calls.get(donorId) ?? [],
        scheduledCalls: scheduled.get(donorId) ?? [],
        claims: claims.get(donorId) ?? [],
        callbacks: callbacks.get(donorId) ?? [],
        ...surroundings(donorId),
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

async function readScheduledCalls(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ScheduledCall[]>> {
  const rows = await reader
    .selectFrom('moment')
    .select(['donor_id', 'day', 'assignees'])
    .where('donor_id', 'in', inList(donorIds))
    .where('type_name', '=', 'Phone Call')
    .where('status_name', '=', 'Scheduled')
    .execute();
  return groupByDonor(rows, ({ day, assignees }) => ({ day, assignees: JSON.parse(assignees) as number[] }));
}
