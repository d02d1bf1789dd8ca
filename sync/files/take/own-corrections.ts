/**
 * What was corrected here and comes back from a file that Dankbel itself wrote is no news: it stays the correction that
 * it is, with who heard it and when. So a file that goes out and comes in again changes nothing.
 */
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { findDonorIds } from '../../../db/mirror/known-from-files.ts';
import type { FileDonor, WholeDonor } from '../../../db/mirror/records-from-files.ts';
import type { Reader } from '../../../db/store.ts';
import { flatDetails } from '../../../domain/flat-details.ts';
import { fullName, type PersonName } from '../../../domain/person-name.ts';
import type { PostalAddress } from '../../../domain/postal-address.ts';
import { oneLine } from '../values/one-line.ts';
import type { TakenRow } from './page-reader.ts';
import type { Delivered, KalRow } from '../kal/kal-row.ts';

/** Those who are known here, by their number, as the screens show them. */
export async function readShown(reader: Reader, externalIds: readonly string[]): Promise<ReadonlyMap<string, Donor>> {
  const ids = await findDonorIds(reader, externalIds);
  const donors = await readDonors(reader, [...ids.values()]);
  return new Map(
    [...ids].flatMap(([number, id]) => {
      const donor = donors.get(id);
      return donor === undefined ? [] : [[number, donor] as const];
    }),
  );
}

/** What a file says of a donor, without what is shown here already. */
export function onlyNews(said: Partial<WholeDonor>, donor: Donor): Partial<WholeDonor> {
  const { name, mobile, phone, email, address } = flatDetails(donor.details);
  const news: Record<string, unknown> = { ...said };
  for (const [key, value] of Object.entries({ mobile, phone, email })) {
    if (news[key] === oneLine(value)) delete news[key];
  }
  if (said.address !== undefined && isSameAddress(said.address, address)) delete news['address'];
  // A name is one thing: its parts are news together or not at all.
  if (NAME_PARTS.every((part) => said[part] === undefined || isShownName(name, part, said[part]))) {
    for (const part of NAME_PARTS) delete news[part];
  }
  return news;
}

const NAME_PARTS = ['firstName', 'prefix', 'surname', 'displayName'] as const;

function isShownName(name: PersonName, part: (typeof NAME_PARTS)[number], said: string): boolean {
  if (part === 'displayName' && said === oneLine(fullName(name))) return true;
  return said === oneLine(name[part]);
}

export function isSameAddress(a: PostalAddress | null, b: PostalAddress | null): boolean {
  if (a === null || b === null) return a === b;
  return (['street', 'postcode', 'town', 'country'] as const).every((part) => oneLine(a[part]) === oneLine(b[part]));
}

export interface KalNews {
  readonly donor: FileDonor;
  /** What was delivered is no longer what is known here, so that nobody can say which is right. */
  readonly isStale: boolean;
}

/** Of a donor who is known only what is newer counts; and only where it was made of what is known here. */
export function kalNews({ value }: TakenRow<KalRow>, donor: Donor | undefined): KalNews {
  const { donor: file, newer, delivered } = value;
  if (donor === undefined) return { donor: file, isStale: false };
  const news: Record<string, unknown> = { ...onlyNews(newer, donor) };
  let isStale = false;
  const check = (keys: readonly (keyof WholeDonor)[], isKnown: boolean): void => {
    for (const key of keys) {
      if (isKnown || news[key] === undefined) continue;
      delete news[key];
      isStale = true;
    }
  };
  const known = flatDetails(donor.details);
  const fits = (text: string, now: string): boolean => text === '' || text === oneLine(now);
  const { name } = known;
  const whole = [name.firstName, name.prefix, name.surname]
    .map(oneLine)
    .filter((part) => part !== '')
    .join(' ');
  check(['firstName', 'prefix', 'surname'], fits(delivered.name, whole));
  check(['mobile'], fits(delivered.mobile, known.mobile));
  check(['phone'], fits(delivered.phone, known.phone));
  check(['email'], fits(delivered.email, known.email));
  check(['address'], fitsAddress(delivered, known.address));
  return { donor: { externalId: file.externalId, said: news }, isStale };
}

function fitsAddress({ address }: Delivered, known: PostalAddress | null): boolean {
  return address === null || isSameAddress(address, known);
}
