/** What the CRM says, with what was corrected here and is on its way; dated where somebody corrected it. */
import { correctionSchema, type Correction } from '../../domain/correction.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { PictureField, Saying } from '../../domain/one-picture/picture.ts';
import { fullName } from '../../domain/person-name.ts';
import { writeAddress } from '../../domain/postal-address.ts';
import { readDonors } from '../queries/donor-details.ts';
import type { Reader } from '../store.ts';

const PLACE = 'CRM';

export async function readFromCrm(reader: Reader, donorId: number): Promise<readonly Saying[]> {
  const donor = (await readDonors(reader, [donorId])).get(donorId);
  if (donor === undefined || donor.isOutside) return [];
  const { details, wishes } = donor;
  const corrected = await readCorrectedAt(reader, donorId);
  const isPerson = details.name.kind === 'individual';
  const say = (field: PictureField, value: string): Saying => ({
    field,
    value,
    kind: 'crm',
    place: PLACE,
    at: corrected.get(`${field} ${value}`) ?? null,
  });
  return [
    say(isPerson ? 'name' : 'organisation', fullName(details.name)),
    ...details.emails.map(({ value }) => say('email', value)),
    ...details.phones.map(({ value }) => say('phone', value)),
    ...details.addresses.map(({ value }) => say('address', writeAddress(value))),
    ...(wishes.birthday === null ? [] : [say('birthday', wishes.birthday)]),
  ];
}

/** When somebody last corrected a detail to this value. */
async function readCorrectedAt(reader: Reader, donorId: number): Promise<ReadonlyMap<string, Instant>> {
  const rows = await reader
    .selectFrom('correction')
    .select(['body', 'at'])
    .where('donor_id', '=', donorId)
    .where('undone_at', 'is', null)
    .orderBy('at')
    .execute();
  return new Map(rows.map(({ body, at }) => [keyOf(correctionSchema.parse(JSON.parse(body))), at]));
}

function keyOf(correction: Correction): string {
  switch (correction.field) {
    case 'name':
      return `name ${fullName({ kind: 'individual', displayName: '', gender: null, ...correction.value })}`;
    case 'phone':
    case 'email':
      return `${correction.field} ${correction.value}`;
    case 'address':
      return `address ${writeAddress(correction.value)}`;
  }
}
