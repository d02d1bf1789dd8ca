/** Whether a gift was collected under a mandate or given once. */
import { notUnderstood, understood, type Reading } from './reading.ts';
import { wordsTo } from './plain-word.ts';

export type GiftKind = 'mandate' | 'one-off';

const toKind = wordsTo<GiftKind>({
  mandate:
    'machtiging doorlopendemachtiging incasso automatischeincasso periodiek periodiekegift structureel terugkerend ' +
    'vast vastegift maandelijks donateurschap mandate recurring directdebit sepadirectdebit sepa sepaincasso regular ' +
    'monthly',
  'one-off':
    'eenmalig eenmaligegift eenmaligemachtiging los losse lossegift incidenteel gift donatie extragift nalatenschap ' +
    'legaat erfenis collecte actie overboeking ideal oneoff onetime once single donation legacy bequest collection',
});

export function readGiftKind(text: string): Reading<GiftKind> {
  const kind = toKind(text);
  if (kind !== null) return understood(kind);
  return notUnderstood({
    nl: 'Deze soort gift is niet bekend. Schrijf Machtiging of Eenmalig.',
    en: 'This kind of gift is not known. Write Mandate or One-off.',
  });
}

/** The kind that a way of paying gives away; one-off for every way that is no direct debit. */
export function kindOfPayment(method: string): GiftKind {
  return toKind(method) ?? 'one-off';
}
