/** What became of a mandate, in the words of exports that tell. */
import type { MandateStatus } from '../../../domain/mandate.ts';
import { notUnderstood, understood, type Reading } from './reading.ts';
import { wordsTo } from './plain-word.ts';

const toStatus = wordsTo<MandateStatus>({
  running: 'lopend actief doorlopend geldig nieuw running active inprogress overdue pending',
  cancelled: 'opgezegd stopgezet gestopt ingetrokken geannuleerd cancelled canceled stopped',
  ended: 'beeindigd afgelopen verlopen inactief mislukt ended completed expired inactive failed',
});

export function readMandateStatus(text: string): Reading<MandateStatus> {
  const status = toStatus(text);
  if (status !== null) return understood(status);
  return notUnderstood({
    nl: 'Deze status van een machtiging is niet bekend. Schrijf Lopend, Opgezegd of Beëindigd.',
    en: 'This status of a mandate is not known. Write Running, Cancelled or Ended.',
  });
}
