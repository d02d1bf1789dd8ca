/** Any donor beside somebody of a place: a coordinator found her by searching. What speaks against it is said beforehand. */
import type { OutputOf } from '../../../contract/index.ts';
import type { Sentence } from '../../../domain/language.ts';
import { compareWith } from '../../../domain/matching/match.ts';
import { readIdentities } from '../../../db/matching/candidates.ts';
import { isRefused } from '../../../db/matching/decisions.ts';
import { identityOfRow } from '../../../db/matching/source-identity.ts';
import { readSourcePeopleOf, readSourcePerson } from '../../../db/matching/waiting.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import type { Reader } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { alreadyDecided, isOpen, nameAt, viewCandidate } from './view-match.ts';

interface Both {
  readonly sourceDonorId: number;
  readonly donorId: number;
}

export async function viewBeside({ store }: AskContext, both: Both): Promise<OutputOf<'matching.beside'>> {
  const { reader } = store;
  const { sourceDonorId, donorId } = both;
  const person = await readSourcePerson(reader, sourceDonorId);
  if (person === null) throw notFound();
  if (person.state === null || !isOpen(person.state)) throw alreadyDecided();
  await requireLinkable(reader, donorId);
  const donor = (await readDonors(reader, [donorId])).get(donorId);
  const [candidate] = await readIdentities(reader, [donorId], sourceDonorId);
  if (donor === undefined || candidate === undefined) throw new Refusal('not-found', IS_GONE);
  const others = (await readSourcePeopleOf(reader, [donorId])).filter(({ id }) => id !== sourceDonorId);
  return {
    candidate: viewCandidate(donor, compareWith(identityOfRow(person), candidate)),
    notes: [
      ...others.map((other) => isLinkedTo(nameAt(other), other.siteName)),
      ...((await isRefused(reader, both)) ? [WAS_REFUSED] : []),
      ...(donor.isOutside ? [IS_OUTSIDE] : []),
    ],
  };
}

/** @throws Refusal: whoever was erased, removed or merged away can be linked to by nobody */
export async function requireLinkable(reader: Reader, donorId: number): Promise<void> {
  const donor = await reader
    .selectFrom('donor')
    .select(['is_removed', 'merged_into'])
    .where('id', '=', donorId)
    .executeTakeFirst();
  if (donor === undefined) throw new Refusal('not-found', IS_GONE);
  if (donor.merged_into !== null) throw new Refusal('refused', IS_MERGED);
  if (donor.is_removed === 1) throw new Refusal('refused', IS_GONE);
}

const isLinkedTo = (name: string, site: string): Sentence => ({
  nl: `Deze donateur is al gekoppeld aan ${name} van ${site}. Koppel alleen als dat dezelfde persoon is.`,
  en: `This donor is linked already to ${name} of ${site}. Link only if that is the same person.`,
});

const WAS_REFUSED: Sentence = {
  nl: 'Eerder is beslist dat dit een ander is.',
  en: 'It was decided before that this is somebody else.',
};

const IS_OUTSIDE: Sentence = {
  nl: 'Van deze donateur staan hier geen gegevens om te vergelijken. Kijk in het CRM.',
  en: 'No details of this donor are held here to compare. Look in the CRM.',
};

const IS_MERGED: Sentence = {
  nl: 'Deze donateur is in het CRM samengevoegd met een ander. Zoek de ander.',
  en: 'This donor was merged into another in the CRM. Search for the other.',
};

const IS_GONE: Sentence = {
  nl: 'Deze donateur is gewist of in het CRM verwijderd. Er is niets gekoppeld.',
  en: 'This donor was erased, or removed in the CRM. Nothing was linked.',
};
