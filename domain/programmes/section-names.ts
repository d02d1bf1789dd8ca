/** What the sections of the settings are called. */
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
  limits: { nl: 'voor alle programma’s', en: 'for all programmes' },
  dailyMaximum: { nl: 'dagmaximum', en: 'daily maximum' },
  loyalty: { nl: 'niveaus', en: 'levels' },
  legal: { nl: 'wettelijke grond', en: 'legal basis' },
};
