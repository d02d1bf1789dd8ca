/** What one place says of somebody, in the words of that place: a fundraising site, the CRM, a spreadsheet. */
import type { Language } from '../language.ts';
import type { Gender } from '../person-name.ts';

export interface KnownAddress {
  /** Street with house number and addition, one line: "Wilgenhof 41 B". */
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
}

export interface Identity {
  readonly kind: 'individual' | 'organization' | 'household';
  /** First names, or initials alone. */
  readonly firstName: string;
  /** The prefix of the surname (tussenvoegsel); many places leave it in the surname. */
  readonly prefix: string;
  readonly surname: string;
  /** The name of an organisation; at a fundraising site beside that of whoever gave for it. Empty for none. */
  readonly organisation: string;
  readonly gender: Gender | null;
  readonly emails: readonly string[];
  readonly ibans: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly KnownAddress[];
  /** `YYYY-MM-DD`, or `MM-DD` where the year is not known. */
  readonly birthday: string | null;
  readonly language: Language | null;
  readonly isDeceased: boolean;
  /** Typed by somebody else: an organiser who wrote down what was in the box. */
  readonly isSecondHand: boolean;
}

/** Somebody in the CRM who may be the same person. */
export interface Candidate {
  readonly donorId: number;
  readonly identity: Identity;
}
