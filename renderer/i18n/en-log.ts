/** The log, in English. */
import type { Catalogue } from './nl.ts';

export const LOG: Catalogue['log'] = {
  title: 'Log',
  filter: 'Which lines',
  who: 'Who',
  everybody: 'Everybody',
  what: 'What',
  everything: 'Everything',
  donor: 'Donor number',
  show: 'Show',
  unknownDonor: 'This workstation does not know that number. A donor who was erased is found under Everything.',
  none: 'There are no lines.',
  nobody: 'Nobody signed in:',
  toDonor: 'To the donor',
  older: 'Older',
  newer: 'Newer',
  newest: 'To the newest',
  wholeTitle: 'Is the log whole?',
  whatIs:
    'It says who looked outside their own list, what was taken out, what was changed in rules, people and connection, what was undone, and who signed in. Each line hangs on the one before: a later change is noticed.',
  whatIsNot: 'Of donors it holds the number alone. What somebody typed with it goes when the donor is erased.',
};
