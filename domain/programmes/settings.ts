/** All settings of the programmes: what a coordinator can change, with the defaults of call-list-rules.md. */
import { z } from 'zod';
import { MISSING_THANKS_FIELDS } from '../tasks/missing-thanks-fields.ts';
import { POST_FIELDS } from '../tasks/post-fields.ts';
import { VERIFY_FIELDS } from '../tasks/verify-fields.ts';
import { AMBASSADOR_CALL_FIELDS } from './ambassador-call.ts';
import { ANNIVERSARY_CALL_FIELDS } from './anniversary-call.ts';
import { ASK_FEEDBACK_FIELDS } from './ask-feedback.ts';
import { BIRTHDAY_FIELDS } from './birthday.ts';
import { CALLBACK_FIELDS } from './callback.ts';
import { DAILY_MAXIMUM_FIELDS, LEGAL_FIELDS, LIMIT_FIELDS, LOYALTY_FIELDS } from './general-fields.ts';
import { MAJOR_CALL_FIELDS } from './major-call.ts';
import { schemaOf, standardValues, type Fields, type ValuesOf } from './parameters.ts';
import type { ProgrammeId, TaskProgrammeId } from './programme-id.ts';
import { SERVICE_CALL_FIELDS } from './service-call.ts';
import { THANK_YOU_CALL_FIELDS } from './thank-you-call.ts';

export const SECTIONS = {
  callback: CALLBACK_FIELDS,
  majorCall: MAJOR_CALL_FIELDS,
  serviceCall: SERVICE_CALL_FIELDS,
  thankYouCall: THANK_YOU_CALL_FIELDS,
  ambassadorCall: AMBASSADOR_CALL_FIELDS,
  anniversaryCall: ANNIVERSARY_CALL_FIELDS,
  askFeedback: ASK_FEEDBACK_FIELDS,
  birthday: BIRTHDAY_FIELDS,
  missingThanks: MISSING_THANKS_FIELDS,
  post: POST_FIELDS,
  verify: VERIFY_FIELDS,
  limits: LIMIT_FIELDS,
  dailyMaximum: DAILY_MAXIMUM_FIELDS,
  loyalty: LOYALTY_FIELDS,
  legal: LEGAL_FIELDS,
} as const satisfies Readonly<Record<string, Fields>>;

export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS) as readonly SectionId[];

export type ProgrammeSettings = { readonly [Id in SectionId]: ValuesOf<(typeof SECTIONS)[Id]> };

export const DEFAULT_SETTINGS = Object.fromEntries(
  SECTION_IDS.map((id) => [id, standardValues(SECTIONS[id])]),
) as unknown as ProgrammeSettings;

/** The section of a calling programme. */
export const SECTION_OF = {
  callback: 'callback',
  'major-call': 'majorCall',
  'service-call': 'serviceCall',
  'thank-you-call': 'thankYouCall',
  'ambassador-call': 'ambassadorCall',
  'anniversary-call': 'anniversaryCall',
  'ask-feedback': 'askFeedback',
  birthday: 'birthday',
} as const satisfies Readonly<Record<ProgrammeId, SectionId>>;

/** The section of a programme that is no call. */
export const TASK_SECTION_OF = {
  'missing-thanks': 'missingThanks',
  post: 'post',
  verify: 'verify',
} as const satisfies Readonly<Record<TaskProgrammeId, SectionId>>;

/** What is kept is read with this: a section that did not exist yet gets its defaults, a number out of bounds is refused. */
export const programmeSettingsSchema: z.ZodType<ProgrammeSettings> = z.strictObject(
  Object.fromEntries(SECTION_IDS.map((id) => [id, schemaOf(SECTIONS[id]).default(DEFAULT_SETTINGS[id] as never)])),
) as unknown as z.ZodType<ProgrammeSettings>;

/** Whether any programme asks for hours between two attempts, so that the moment matters and not only the day. */
export function asksForHours(settings: ProgrammeSettings): boolean {
  return Object.values(SECTION_OF).some((section) => settings[section].hoursBetween > 0);
}
