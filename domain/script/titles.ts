/** Names of the steps, for the caller. */
import type { Sentence } from '../language.ts';
import type { ScriptStepId } from './words.ts';

export const STEP_TITLES: Readonly<Record<ScriptStepId, Sentence>> = {
  opening: { nl: 'Opening', en: 'Opening' },
  thanks: { nl: 'Dank', en: 'Thanks' },
  gift: { nl: 'De gift', en: 'The gift' },
  now: { nl: 'Nu', en: 'Now' },
  details: { nl: 'Gegevens', en: 'Details' },
  questions: { nl: 'Vragen', en: 'Questions' },
  closing: { nl: 'Afsluiten', en: 'Closing' },
};
