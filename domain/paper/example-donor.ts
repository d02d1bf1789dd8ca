/** An invented donor, to whom a letter that is being written is shown. */
import type { Gift } from '../gift.ts';
import type { PersonName } from '../person-name.ts';

const NAME: PersonName = {
  kind: 'individual',
  firstName: 'Hanneke',
  prefix: 'van der',
  surname: 'Voorbeeld',
  displayName: 'Hanneke van der Voorbeeld',
  gender: 'female',
};

const GIFT: Gift = {
  id: 0,
  day: '2026-11-07',
  amount: 2_500,
  status: 'received',
  mandateId: null,
  project: null,
};

export const EXAMPLE_LETTER = {
  name: NAME,
  gift: GIFT,
  address: ['Mevrouw H. van der Voorbeeld', 'Wilgenhof 41', '8031 XD  ZWOLLE'],
} as const;
