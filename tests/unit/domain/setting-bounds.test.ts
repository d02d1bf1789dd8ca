/** Every number that a coordinator may change: its unit, least, default and most (call-list-rules.md; what may protect a donor has a bound). */
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../../domain/programmes/parameters.ts';
import { SECTIONS } from '../../../domain/programmes/settings.ts';

const BOUNDS = [
  ['callback.priority', 'rank', 1, 10, 10],
  ['callback.maximumAttempts', 'times', 1, 3, 6],
  ['callback.attemptsWithinDays', 'days', 1, 10, 60],
  ['callback.hoursBetween', 'hours', 0, 0, 336],
  ['majorCall.priority', 'rank', 11, 20, 99],
  ['majorCall.giftLimit', 'cents', 100, 100000, 100000000],
  ['majorCall.yearLimit', 'cents', 100, 250000, 100000000],
  ['majorCall.yearDays', 'days', 30, 365, 1095],
  ['majorCall.windowDays', 'days', 1, 30, 90],
  ['majorCall.dueAfterDays', 'days', 0, 7, 90],
  ['majorCall.maximumAttempts', 'times', 1, 3, 6],
  ['majorCall.attemptsWithinDays', 'days', 1, 10, 60],
  ['majorCall.hoursBetween', 'hours', 0, 0, 336],
  ['serviceCall.priority', 'rank', 11, 30, 99],
  ['serviceCall.firstDay', 'days', 0, 1, 60],
  ['serviceCall.lastDay', 'days', 1, 28, 90],
  ['serviceCall.dueAfterDays', 'days', 0, 3, 90],
  ['serviceCall.maximumAttempts', 'times', 1, 3, 6],
  ['serviceCall.attemptsWithinDays', 'days', 1, 10, 60],
  ['serviceCall.hoursBetween', 'hours', 0, 0, 336],
  ['thankYouCall.priority', 'rank', 11, 40, 99],
  ['thankYouCall.firstDay', 'days', 0, 14, 90],
  ['thankYouCall.lastDay', 'days', 1, 28, 180],
  ['thankYouCall.holdOutPercent', 'percent', 0, 0, 50],
  ['thankYouCall.maximumAttempts', 'times', 1, 3, 6],
  ['thankYouCall.attemptsWithinDays', 'days', 1, 10, 60],
  ['thankYouCall.hoursBetween', 'hours', 0, 0, 336],
  ['ambassadorCall.priority', 'rank', 11, 50, 99],
  ['ambassadorCall.windowDays', 'days', 1, 60, 180],
  ['ambassadorCall.dueAfterDays', 'days', 0, 14, 180],
  ['ambassadorCall.maximumAttempts', 'times', 1, 3, 6],
  ['ambassadorCall.attemptsWithinDays', 'days', 1, 10, 60],
  ['ambassadorCall.hoursBetween', 'hours', 0, 0, 336],
  ['anniversaryCall.priority', 'rank', 11, 60, 99],
  ['anniversaryCall.windowDays', 'days', 0, 7, 30],
  ['anniversaryCall.everyYears', 'years', 1, 5, 25],
  ['anniversaryCall.holdOutPercent', 'percent', 0, 0, 50],
  ['anniversaryCall.maximumAttempts', 'times', 1, 3, 6],
  ['anniversaryCall.attemptsWithinDays', 'days', 1, 10, 60],
  ['anniversaryCall.hoursBetween', 'hours', 0, 0, 336],
  ['askFeedback.priority', 'rank', 11, 70, 99],
  ['askFeedback.firstDay', 'days', 7, 100, 365],
  ['askFeedback.lastDay', 'days', 7, 130, 400],
  ['askFeedback.holdOutPercent', 'percent', 0, 0, 50],
  ['askFeedback.maximumAttempts', 'times', 1, 3, 6],
  ['askFeedback.attemptsWithinDays', 'days', 1, 10, 60],
  ['askFeedback.hoursBetween', 'hours', 0, 0, 336],
  ['birthday.priority', 'rank', 11, 65, 99],
  ['birthday.lastDay', 'days', 0, 3, 14],
  ['birthday.holdOutPercent', 'percent', 0, 0, 50],
  ['birthday.maximumAttempts', 'times', 1, 3, 6],
  ['birthday.attemptsWithinDays', 'days', 1, 10, 60],
  ['birthday.hoursBetween', 'hours', 0, 0, 336],
  ['missingThanks.afterDays', 'days', 1, 1, 14],
  ['missingThanks.lastDay', 'days', 1, 14, 90],
  ['post.firstDay', 'days', 0, 7, 60],
  ['post.lastDay', 'days', 1, 42, 120],
  ['post.cardFromMonthly', 'cents', 0, 1000, 1000000],
  ['post.cardFromGift', 'cents', 0, 5000, 10000000],
  ['post.letterFromGift', 'cents', 0, 0, 10000000],
  ['verify.notVerifiedMonths', 'months', 6, 24, 120],
  ['verify.giftWithinMonths', 'months', 1, 12, 60],
  ['limits.coolDownDays', 'days', 7, 90, 730],
  ['limits.relationEndsAfterDays', 'days', 30, 1095, 1095],
  ['limits.pauseDays', 'days', 0, 1, 30],
  ['limits.pauseDaysAfterVoicemail', 'days', 0, 3, 30],
  ['limits.contactsIn30Days', 'times', 1, null, 60],
  ['limits.contactsIn365Days', 'times', 1, null, 400],
  ['limits.householdPauseDays', 'days', 0, 0, 30],
  ['dailyMaximum.director', 'times', 1, null, 500],
  ['dailyMaximum.caller', 'times', 1, null, 5000],
  ['loyalty.loyalYears', 'years', 1, 5, 25],
  ['loyalty.ambassadorYears', 'years', 1, 3, 25],
] as const;

const SWITCHES = [
  ['majorCall.isOn', true],
  ['serviceCall.isOn', true],
  ['thankYouCall.isOn', true],
  ['ambassadorCall.isOn', false],
  ['anniversaryCall.isOn', false],
  ['askFeedback.isOn', false],
  ['birthday.isOn', false],
  ['missingThanks.isOn', true],
  ['post.isOn', true],
  ['post.insteadOfCall', true],
  ['verify.isOn', true],
  ['legal.sourceDeclaresOffer', true],
] as const;

const NUMBERS = Object.entries(SECTIONS as Readonly<Record<string, Fields>>).flatMap(([section, fields]) =>
  Object.entries(fields).flatMap(([key, field]) =>
    field.kind === 'number' || field.kind === 'optional-number'
      ? [[`${section}.${key}`, field.unit, field.minimum, field.standard, field.maximum]]
      : [],
  ),
);

describe('the bounds of the settings', () => {
  it('are these, and no setting is without', () => expect(NUMBERS).toEqual(BOUNDS));

  it('of switches are on or off by default', () => {
    const found = Object.entries(SECTIONS as Readonly<Record<string, Fields>>).flatMap(([section, fields]) =>
      Object.entries(fields).flatMap(([key, field]) =>
        field.kind === 'switch' ? [[`${section}.${key}`, field.standard]] : [],
      ),
    );
    expect(found).toEqual(SWITCHES);
  });
});
