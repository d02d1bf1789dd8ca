/** What became of a gift, in the words of exports. An unknown word refuses the row: nobody is thanked on a guess. */
import type { GiftStatus } from '../../../domain/gift.ts';
import { notUnderstood, understood, type Reading } from './reading.ts';
import { wordsTo } from './plain-word.ts';

const toStatus = wordsTo<GiftStatus>({
  received:
    'geind geincasseerd betaald deelsbetaald ontvangen voldaan geslaagd gelukt voltooid afgerond ' +
    'completed complete paid partiallypaid received collected succeeded successful settled',
  announced:
    'open openstaand verwacht aangekondigd gepland ingepland toegezegd wachtend inbehandeling inafwachting ' +
    'pending inprogress expected announced scheduled processing pledged',
  failed: 'mislukt gefaald nietgelukt nietgeind geweigerd afgewezen failed rejected declined',
  cancelled: 'geannuleerd vervallen ingetrokken afgebroken cancelled canceled expired voided',
  reversed:
    'storno gestorneerd teruggeboekt terugboeking terugbetaald teruggestort teruggedraaid ' +
    'refunded refund pendingrefund chargeback chargedback reversed reversal returned',
});

export function readGiftStatus(text: string): Reading<GiftStatus> {
  const status = toStatus(text);
  if (status !== null) return understood(status);
  return notUnderstood({
    nl: 'Deze status is niet bekend. Bekend zijn onder meer Geïnd, Betaald, Open, Aangekondigd, Mislukt, Geannuleerd en Gestorneerd.',
    en: 'This status is not known. Known are among others Completed, Paid, Pending, Announced, Failed, Cancelled and Refunded.',
  });
}
