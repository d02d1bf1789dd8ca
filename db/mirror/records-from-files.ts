/**
 * What files say about donors, mandates and gifts. A property that is absent is one that the file has no column for:
 * what is known of it already stays as it is.
 */
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { Mandate } from '../../domain/mandate.ts';
import type { Cents } from '../../domain/money.ts';
import type { PostalAddress } from '../../domain/postal-address.ts';
import type { MirrorDonor } from './records.ts';

/** A donor as files tell of one, with nothing left open. */
export interface WholeDonor extends Pick<
  MirrorDonor,
  | 'kind'
  | 'firstName'
  | 'prefix'
  | 'surname'
  | 'displayName'
  | 'gender'
  | 'language'
  | 'doesNotWantCalls'
  | 'doesNotWantEmail'
  | 'doesNotWantPost'
  | 'isDeceased'
> {
  /** As it is written; empty for none. */
  readonly mobile: string;
  /** The other number, mostly a landline. */
  readonly phone: string;
  readonly email: string;
  readonly address: PostalAddress | null;
}

export interface FileDonor {
  /** The number of the donor in the charity's own administration. */
  readonly externalId: string;
  readonly said: Partial<WholeDonor>;
  /** Null for a donor without one: a mandate that was known has ended. */
  readonly mandate?: FileMandate | null;
}

/** A file has one mandate per donor, so it needs no number of its own. */
export type FileMandate = Omit<Mandate, 'id'>;

export interface FileGift {
  /** The number of the gift in the charity's own administration. */
  readonly externalId: string;
  readonly donorExternalId: string;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly status: GiftStatus;
  /** Whether it was collected under a mandate. */
  readonly isByMandate?: boolean;
  readonly project?: string | null;
  readonly source?: string | null;
}
