/** Crash reports, in English. */
import type { Catalogue } from './nl.ts';

export const CRASHES: Catalogue['crashes'] = {
  title: 'Crash reports',
  intro:
    'When a part of Dankbel fails, it writes down on this computer which part, how, and where in the program. Never about whom it was: no names, numbers, notes or pieces of memory.',
  none: 'Nothing has failed.',
  sent: 'sent',
  save: 'Save as a file',
  remove: 'Delete these reports',
  whole: 'All of it, word for word',
  sending: 'Sending',
  nowhere:
    'Dankbel sends nothing. To let somebody look: save the reports as a file and send that yourself. Your administrator can fix an address that Dankbel may send them to.',
  where: 'Your administrator fixed an address: {{address}}. Without your yes nothing goes there.',
  yes: 'Yes, send each report once to that address',
};
