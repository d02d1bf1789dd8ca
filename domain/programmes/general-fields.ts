/** Settings that hold for all programmes together. */
import { numberField, optionalNumberField, switchField } from './parameters.ts';

export const LIMIT_FIELDS = {
  /** No calls for so many days after a conversation, that day included. */
  coolDownDays: numberField('days', [7, 90, 730], { nl: 'Rust na een gesprek', en: 'Rest after a conversation' }),
  /** Without a running mandate a donor is left alone when the last gift, volunteering or event is longer ago (rules-nl.md L10). */
  relationEndsAfterDays: numberField('days', [30, 1_095, 1_095], {
    nl: 'Na de laatste gift nog bellen',
    en: 'Still calling after the last gift',
  }),
  /** Days of rest after an attempt. */
  pauseDays: numberField('days', [0, 1, 30], { nl: 'Rust na een poging', en: 'Rest after an attempt' }),
  pauseDaysAfterVoicemail: numberField('days', [0, 3, 30], {
    nl: 'Rust na een voicemail',
    en: 'Rest after a voicemail',
  }),
  /** Contacts over all channels; reached is full. */
  contactsIn30Days: optionalNumberField('times', [1, 60], {
    nl: 'Contacten in 30 dagen, alle kanalen',
    en: 'Contacts in 30 days, all channels',
  }),
  contactsIn365Days: optionalNumberField('times', [1, 400], {
    nl: 'Contacten in 365 dagen, alle kanalen',
    en: 'Contacts in 365 days, all channels',
  }),
  /** After somebody else was called on the same number; 0 is no pause. */
  householdPauseDays: numberField('days', [0, 0, 30], {
    nl: 'Rust na een gesprek met een huisgenoot',
    en: 'Rest after a call with somebody of the household',
  }),
} as const;

/** Null is no maximum. Callbacks are always on the list, and count. */
export const DAILY_MAXIMUM_FIELDS = {
  director: optionalNumberField('times', [1, 500], {
    nl: 'Hoogstens per dag, directie',
    en: 'At most a day, director',
  }),
  caller: optionalNumberField('times', [1, 5_000], { nl: 'Hoogstens per dag, bellers', en: 'At most a day, callers' }),
} as const;

export const LOYALTY_FIELDS = {
  loyalYears: numberField('years', [1, 5, 25], { nl: 'Jarenlang trouw vanaf', en: 'Years of loyalty from' }),
  ambassadorYears: numberField('years', [1, 3, 25], {
    nl: 'Een actie maakt ambassadeur voor',
    en: 'An action makes an ambassador for',
  }),
} as const;

export const LEGAL_FIELDS = {
  /**
   * The source of the donors declares that everybody was offered to object when the number was collected
   * (rules-nl.md L5). Without that a gift, volunteering or an event is no basis for a call; consent still is.
   */
  sourceDeclaresOffer: switchField(true, {
    nl: 'Bij het vragen van het nummer is verzet aangeboden',
    en: 'Objecting was offered when the number was asked',
  }),
} as const;
