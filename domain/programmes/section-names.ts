/** What the sections of the settings are called, and what they are for. */
import type { Sentence } from '../language.ts';
import { missingThanks } from '../tasks/missing-thanks.ts';
import { post } from '../tasks/post.ts';
import { verify } from '../tasks/verify.ts';
import { PROGRAMMES } from './index.ts';
import type { SectionId } from './settings.ts';

export const SECTION_NAMES: Readonly<Record<SectionId, Sentence>> = {
  callback: PROGRAMMES.callback.name,
  majorCall: PROGRAMMES['major-call'].name,
  serviceCall: PROGRAMMES['service-call'].name,
  thankYouCall: PROGRAMMES['thank-you-call'].name,
  ambassadorCall: PROGRAMMES['ambassador-call'].name,
  anniversaryCall: PROGRAMMES['anniversary-call'].name,
  askFeedback: PROGRAMMES['ask-feedback'].name,
  birthday: PROGRAMMES.birthday.name,
  missingThanks: missingThanks.name,
  post: post.name,
  verify: verify.name,
  limits: { nl: 'rust en contactdruk', en: 'rest and contact pressure' },
  dailyMaximum: { nl: 'dagmaximum', en: 'daily maximum' },
  loyalty: { nl: 'niveaus', en: 'levels' },
  legal: { nl: 'wettelijke grond', en: 'legal basis' },
};

/** What each is for, in one line; null for what holds for all programmes. */
export const SECTION_PURPOSES: Readonly<Record<SectionId, Sentence | null>> = {
  callback: PROGRAMMES.callback.purpose,
  majorCall: PROGRAMMES['major-call'].purpose,
  serviceCall: PROGRAMMES['service-call'].purpose,
  thankYouCall: PROGRAMMES['thank-you-call'].purpose,
  ambassadorCall: PROGRAMMES['ambassador-call'].purpose,
  anniversaryCall: PROGRAMMES['anniversary-call'].purpose,
  askFeedback: PROGRAMMES['ask-feedback'].purpose,
  birthday: PROGRAMMES.birthday.purpose,
  missingThanks: missingThanks.purpose,
  post: post.purpose,
  verify: verify.purpose,
  limits: null,
  dailyMaximum: null,
  loyalty: null,
  legal: null,
};
