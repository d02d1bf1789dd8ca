/** What a source, a CRM or a file, says about donors: the shape in which the mirror takes it. */
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { Language } from '../../domain/language.ts';
import type { MandateFrequency, MandateStatus } from '../../domain/mandate.ts';
import type { Cents } from '../../domain/money.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import type { Gender } from '../../domain/person-name.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';

export interface MirrorDonor {
  readonly crmId: number | null;
  readonly externalId: string | null;
  readonly kind: 'individual' | 'organization' | 'household';
  readonly firstName: string;
  readonly prefix: string;
  readonly surname: string;
  readonly displayName: string;
  readonly gender: Gender | null;
  readonly language: Language;
  readonly doesNotWantCalls: boolean;
  readonly doesNotWantEmail: boolean;
  readonly doesNotWantPost: boolean;
  readonly isDeceased: boolean;
  readonly isRemoved: boolean;
  readonly phones: readonly MirrorPhone[];
  readonly emails: readonly MirrorEmail[];
  readonly addresses: readonly MirrorAddress[];
}

/** All that is known of a donor whose details are not held here. */
export interface MirrorStub {
  readonly crmId: number;
  readonly externalId: string | null;
  readonly isRemoved: boolean;
}

export interface MirrorPhone {
  readonly crmId: number | null;
  readonly raw: string;
  readonly isPrimary: boolean;
  readonly kind: string | null;
  readonly location: string | null;
}

export interface MirrorEmail {
  readonly crmId: number | null;
  readonly email: string;
  readonly isPrimary: boolean;
  readonly isOnHold: boolean;
  readonly location: string | null;
}

export interface MirrorAddress {
  readonly crmId: number | null;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
  readonly isPrimary: boolean;
  readonly location: string | null;
  /** The address row of another contact that this one copies (civicrm-api4.md §7, shared addresses). */
  readonly masterCrmId: number | null;
}

export interface MirrorMandate {
  readonly crmId: number;
  readonly donorCrmId: number;
  readonly startDay: CalendarDay;
  readonly amount: Cents;
  readonly frequency: MandateFrequency;
  readonly status: MandateStatus;
  readonly cancelledDay: CalendarDay | null;
}

export interface MirrorGift {
  readonly crmId: number;
  readonly donorCrmId: number;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly status: GiftStatus;
  readonly mandateCrmId: number | null;
  readonly project: string | null;
  readonly source: string | null;
}

/** Anything that reached a donor, or is in the calendar to. */
export interface MirrorMoment {
  readonly crmId: number;
  readonly donorCrmIds: readonly number[];
  readonly typeName: string;
  readonly statusName: string;
  readonly subject: string;
  readonly day: CalendarDay;
  readonly at: Instant;
  readonly assignees: readonly number[];
  readonly operationId: string | null;
  readonly programme: ProgrammeId | null;
  readonly promisedIn: ProgrammeId | null;
  readonly outcome: OutcomeId | null;
  /** Contact of who made it. */
  readonly callerCrmId: number | null;
  /** Which number was dialled; of our own calls only. */
  readonly number: string | null;
}

/** A donor is in a group now; that she left one shows by its absence. */
export interface MirrorMembership {
  readonly donorCrmId: number;
  readonly groupCrmId: number;
  readonly name: string;
  readonly title: string;
}
