/** What a coordinator may change about `missing-thanks`. */
import { numberField, switchField } from '../programmes/parameters.ts';

export const MISSING_THANKS_FIELDS = {
  isOn: switchField(true, { nl: 'Aan', en: 'On' }),
  /** Days after day 0; a gift has a day and no hour, so 24 hours have passed on the next day. */
  afterDays: numberField('days', [1, 1, 14], { nl: 'Melden na', en: 'Tell after' }),
  lastDay: numberField('days', [1, 14, 90], { nl: 'Tot en met dag', en: 'Up to day' }),
} as const;
