/** "Put into the CRM as new" is taken back for as long as the CRM was not asked; after that it is said plainly where she is. */
import type { Sentence } from '../../../domain/language.ts';
import { readSourcePerson } from '../../../db/matching/waiting.ts';
import { dropNewcomer, isAddedByItself, readWayOf } from '../../../db/sources/newcomers.ts';
import type { Writer } from '../../../db/store.ts';
import { writeAudit } from '../attention/end.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { alreadyDecided, nameAt } from './view-match.ts';

export async function takeBackNew(context: AskContext, sourceDonorId: number): Promise<void> {
  await context.store.write(async (writer) => {
    if ((await readWayOf(writer.transaction, sourceDonorId)) === 'none') throw alreadyDecided();
    await keepOutOfCrm(writer, sourceDonorId);
    await writeAudit(context, writer, 'match-undone', String(sourceDonorId), {});
  });
}

/** Part of whatever says that she is not new after all. Nothing when nobody wanted her in the CRM. @throws Refusal */
export async function keepOutOfCrm(writer: Writer, sourceDonorId: number): Promise<void> {
  const { transaction } = writer;
  const way = await readWayOf(transaction, sourceDonorId);
  if (way === 'none') return;
  const person = await readSourcePerson(transaction, sourceDonorId);
  if (person === null) throw notFound();
  if (way === 'added') throw new Refusal('out-of-date', isInCrm(nameAt(person)));
  if (way === 'sent') throw new Refusal('out-of-date', isOnItsWay(nameAt(person)));
  if (await isAddedByItself(transaction, sourceDonorId)) throw new Refusal('refused', BY_ITSELF);
  await dropNewcomer(writer, sourceDonorId);
}

const isInCrm = (name: string): Sentence => ({
  nl: `${name} staat al in het CRM. Weghalen kan alleen daar; losmaken kan op de pagina van de donateur.`,
  en: `${name} is in the CRM already. Only there can that be removed; the link can be taken away on the page of the donor.`,
});

const isOnItsWay = (name: string): Sentence => ({
  nl: `Het CRM is al gevraagd om ${name} op te nemen. Kijk na de volgende ronde of dat is gelukt.`,
  en: `The CRM was asked already to take ${name}. Look after the next round whether it did.`,
});

const BY_ITSELF: Sentence = {
  nl: 'Deze plek zet nieuwe gevers vanzelf in het CRM. Zet dat eerst uit, bij Instellingen, Kentaa.',
  en: 'This place puts new givers into the CRM by itself. Switch that off first, in Settings, Kentaa.',
};
