/** What a coordinator may change about `post`: the card or letter of day 7. */
import { numberField, switchField } from '../programmes/parameters.ts';

export const POST_FIELDS = {
  isOn: switchField(true, { nl: 'Aan', en: 'On' }),
  firstDay: numberField('days', [0, 7, 60], { nl: 'Vanaf dag', en: 'From day' }),
  lastDay: numberField('days', [1, 42, 120], { nl: 'Tot en met dag', en: 'Up to day' }),
  /** A mandate of at least so much a month gets a card. */
  cardFromMonthly: numberField('cents', [0, 1_000, 1_000_000], {
    nl: 'Kaart bij een machtiging vanaf, per maand',
    en: 'Card for a mandate from, a month',
  }),
  /** A gift of at least so much gets a card. */
  cardFromGift: numberField('cents', [0, 5_000, 10_000_000], {
    nl: 'Kaart bij een gift vanaf',
    en: 'Card for a gift from',
  }),
  /** Below this neither card nor letter is sent. */
  letterFromGift: numberField('cents', [0, 0, 10_000_000], {
    nl: 'Brief bij een gift vanaf',
    en: 'Letter for a gift from',
  }),
  /** Who could not be reached by phone gets a card or letter instead. */
  insteadOfCall: switchField(true, { nl: 'Ook als bellen niet lukte', en: 'Also when calling failed' }),
} as const;
