/** The numbers of the programmes that a coordinator can change, with the defaults of call-list-rules.md. */
import type { Cents } from '../money.ts';

export interface ProgrammeSettings {
  readonly majorCall: {
    /** One gift of at least this much. */
    readonly giftLimit: Cents;
    /** Or the gifts of a year together at least this much. */
    readonly yearLimit: Cents;
    readonly yearDays: number;
    /** Days on the list, counted from the triggering gift. */
    readonly windowDays: number;
    readonly dueAfterDays: number;
    readonly priority: number;
  };
  readonly serviceCall: {
    readonly firstDay: number;
    readonly lastDay: number;
    readonly dueAfterDays: number;
    readonly priority: number;
  };
  readonly thankYouCall: {
    readonly firstDay: number;
    readonly lastDay: number;
    readonly priority: number;
  };
  readonly callback: { readonly priority: number };
  /** No calls for so many days after a conversation, that day included. */
  readonly coolDownDays: number;
  readonly attempts: {
    readonly maximum: number;
    /** No further attempt from this many days after the first one. */
    readonly withinDays: number;
    /** Days of rest after an attempt. */
    readonly pauseDays: number;
    readonly pauseDaysAfterVoicemail: number;
  };
  /** Without a running mandate a donor is left alone when the newest received gift is longer ago than this. */
  readonly relationEndsAfterDays: number;
}

export const DEFAULT_SETTINGS: ProgrammeSettings = {
  majorCall: { giftLimit: 100_000, yearLimit: 250_000, yearDays: 365, windowDays: 30, dueAfterDays: 7, priority: 20 },
  serviceCall: { firstDay: 1, lastDay: 28, dueAfterDays: 3, priority: 30 },
  thankYouCall: { firstDay: 14, lastDay: 28, priority: 40 },
  callback: { priority: 10 },
  coolDownDays: 90,
  attempts: { maximum: 3, withinDays: 10, pauseDays: 1, pauseDaysAfterVoicemail: 3 },
  relationEndsAfterDays: 1_095,
};
