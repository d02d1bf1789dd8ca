/** What a place says, in the shape in which it is kept (migration 0230). Each record tells of one person, and what she did. */
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import type { GiftStatus } from '../../domain/gift.ts';
import type { Language } from '../../domain/language.ts';
import type { MandateFrequency } from '../../domain/mandate.ts';
import type { Cents } from '../../domain/money.ts';

export interface SourcePerson {
  readonly firstName: string;
  readonly infix: string;
  readonly lastName: string;
  readonly organisation: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly phoneNumber: string | null;
  readonly iban: string | null;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly houseNumberAddition: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly country: string | null;
  readonly language: Language;
  readonly birthDate: CalendarDay | null;
  readonly isCallable: boolean;
}

export interface SourceConsent {
  readonly kind: string;
  readonly isGranted: boolean;
  readonly at: Instant;
  readonly words: string;
  readonly version: string | null;
}

interface OfARecord {
  readonly key: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface GiftRecord extends OfARecord {
  readonly kind: 'gift';
  readonly person: SourcePerson;
  readonly consents: readonly SourceConsent[];
  readonly at: Instant;
  readonly day: CalendarDay;
  readonly amount: Cents;
  readonly currency: string;
  readonly status: GiftStatus;
  readonly sourceStatus: string;
  readonly isManual: boolean;
  readonly isAnonymous: boolean;
  readonly isOwnAction: boolean;
  readonly isCountable: boolean;
  readonly recurringKey: string | null;
  readonly pageKey: string | null;
  readonly transactionKey: string | null;
  readonly device: string | null;
  readonly message: string | null;
}

export interface RecurringRecord extends OfARecord {
  readonly kind: 'recurring';
  readonly person: SourcePerson;
  readonly amount: Cents;
  readonly frequency: MandateFrequency;
  readonly startDay: CalendarDay;
  readonly endDay: CalendarDay | null;
  readonly isActive: boolean;
}

export interface PageRecord extends OfARecord {
  readonly kind: 'page';
  readonly pageKind: 'action' | 'team' | 'company' | 'project';
  readonly title: string;
  readonly personName: string;
  /** Who runs it; null for a page of nobody in particular. */
  readonly owner: { readonly key: string; readonly person: SourcePerson } | null;
  readonly isForOther: boolean;
  readonly url: string | null;
  readonly reference: string | null;
  readonly startedDay: CalendarDay;
  readonly endDay: CalendarDay | null;
  readonly isOver: boolean;
  readonly total: Cents;
  readonly gifts: number;
  readonly earlierTimes: number;
  readonly consents: readonly SourceConsent[];
}

/** Of somebody who is kept only when she is known by a gift or an action: an account, a newsletter. */
export interface PersonRecord extends OfARecord {
  readonly kind: 'person';
  readonly person: SourcePerson;
  readonly consents: readonly SourceConsent[];
}

export type SourceRecord = GiftRecord | RecurringRecord | PageRecord | PersonRecord;
