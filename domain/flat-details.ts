/** The details of a donor as a row of a file has them: one mobile number, one other number, one e-mail, one address. */
import type { DetailRow, DonorDetails } from './donor-details.ts';
import type { PersonName } from './person-name.ts';
import { validNumberIn } from './phone-number.ts';
import type { PostalAddress } from './postal-address.ts';

export interface FlatDetails {
  readonly name: PersonName;
  /** As it is written; empty for none. */
  readonly mobile: string;
  readonly phone: string;
  readonly email: string;
  readonly address: PostalAddress | null;
}

/** A number whose kind nobody said is a mobile one when it looks like one. The first of each kind counts. */
export function flatDetails({ name, phones, emails, addresses }: DonorDetails): FlatDetails {
  const mobile = phones.find(({ kind }) => kind === 'Mobile') ?? phones.find(isUnsaidMobile);
  const phone = phones.find((row) => row !== mobile && row.kind !== 'Mobile' && !isUnsaidMobile(row));
  return {
    name,
    mobile: mobile?.value ?? '',
    phone: phone?.value ?? '',
    email: primary(emails)?.value ?? '',
    address: primary(addresses)?.value ?? null,
  };
}

function primary<Value>(rows: readonly DetailRow<Value>[]): DetailRow<Value> | undefined {
  return rows.find(({ isPrimary }) => isPrimary) ?? rows[0];
}

function isUnsaidMobile({ kind, value }: DetailRow<string>): boolean {
  return kind === null && validNumberIn(value)?.startsWith('+316') === true;
}
