/** Where somebody chooses other keys, in English. */
import type { Catalogue } from './nl.ts';

export const KEY_SETTINGS: Catalogue['keySettings'] = {
  title: 'Keys',
  change: 'Change keys',
  intro:
    'Choose what lies under your fingers. It holds for you, on this workstation. Digits, Enter, Esc and the arrows are the same everywhere and stay so.',
  choose: '{{command}}: {{key}}, choose another',
  press: 'Press the new key. With Esc it stays as it was.',
  usual: 'Usually {{key}}',
  back: 'Set back',
  backOf: '{{command}}: set back to {{key}}',
  allBack: 'Set all keys back',
  none: 'All keys are as they usually are.',
  changed_one: 'One key is different.',
  changed_other: '{{count}} keys are different.',
  saved: '{{command}}: now {{key}}.',
  refused: {
    fixed: '{{key}} is the same everywhere and stays so. Choose a letter or a sign.',
    impossible: '{{key}} is not possible. Choose a letter, a sign, F2, F4, F8 or F9.',
    types: '{{key}} types something in a text. Choose Ctrl with a letter, or F2, F4, F8 or F9.',
    taken: '{{key}} belongs to: {{command}}. Choose another, or first give that one another key.',
  },
};
