/** What a coordinator may change about `verify`. */
import { numberField, switchField } from '../programmes/parameters.ts';

export const VERIFY_FIELDS = {
  isOn: switchField(true, { nl: 'Aan', en: 'On' }),
  /** Details that nobody looked at for so long are doubtful, while a gift came in the months below. */
  notVerifiedMonths: numberField('months', [6, 24, 120], { nl: 'Maanden niet nagekeken', en: 'Months not verified' }),
  giftWithinMonths: numberField('months', [1, 12, 60], {
    nl: 'Gift in de laatste maanden',
    en: 'Gift in the last months',
  }),
} as const;
