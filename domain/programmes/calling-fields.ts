/** The fields that every calling programme has. */
import { LOYALTY_LEVELS, type LoyaltyLevel } from '../loyalty/level.ts';
import {
  choiceField,
  numberField,
  severalField,
  switchField,
  type ChoiceField,
  type NumberField,
  type SeveralField,
  type SwitchField,
} from './parameters.ts';
import { CALLING_LANES, type CallingLane } from './programme-id.ts';

/** Callbacks come before everything else, so no programme may have a priority of theirs. */
export const HIGHEST_CALLBACK_PRIORITY = 10;

export function switchOn(standard: boolean): SwitchField {
  return switchField(standard, { nl: 'Aan', en: 'On' });
}

export function laneField(standard: CallingLane): ChoiceField<CallingLane> {
  return choiceField(CALLING_LANES, standard, { nl: 'Baan', en: 'Lane' });
}

export function priorityField(standard: number): NumberField {
  return numberField('rank', [HIGHEST_CALLBACK_PRIORITY + 1, standard, 99], { nl: 'Voorrang', en: 'Priority' });
}

export function levelsField(standard: readonly LoyaltyLevel[] = LOYALTY_LEVELS): SeveralField<LoyaltyLevel> {
  return severalField(LOYALTY_LEVELS, standard, { nl: 'Voor welke niveaus', en: 'For which levels' });
}

/** rules-nl.md L19: no legal maximum was found; three in ten days is our choice, and nobody may go far beyond it. */
export const ATTEMPT_FIELDS = {
  maximumAttempts: numberField('times', [1, 3, 6], { nl: 'Pogingen zonder gesprek', en: 'Attempts without a talk' }),
  attemptsWithinDays: numberField('days', [1, 10, 60], {
    nl: 'Dagen vanaf de eerste poging',
    en: 'Days from the first attempt',
  }),
  hoursBetween: numberField('hours', [0, 0, 336], {
    nl: 'Uren tussen twee pogingen',
    en: 'Hours between two attempts',
  }),
} as const;

/** Never for callbacks, complaints, service, verification or the director's list. */
export const HOLD_OUT_FIELD = numberField('percent', [0, 0, 50], {
  nl: 'Vergelijkingsgroep die niet gebeld wordt, in procenten',
  en: 'Hold-out group that is not called, in per cent',
});
