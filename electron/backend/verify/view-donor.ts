/** One donor as a verifier sees her: details beside what they probably should be. No money, no notes, no history. */
import type { VerifyDonor } from '../../../contract/procedures/verify.ts';
import { ownNumber } from '../../../domain/donor-number.ts';
import { instantAt } from '../../../domain/calendar/day.ts';
import { valueLines } from '../../../domain/corrected-value.ts';
import { correctionSchema } from '../../../domain/correction.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { headingName } from '../../../domain/person-name.ts';
import { PROPOSAL_NAMES } from '../../../domain/verify/proposal.ts';
import { suggest } from '../../../domain/verify/suggest.ts';
import { readVerifiable, type Verifiable } from '../../../db/queries/tasks.ts';
import { readCorrectionsSince, readProposals, readRightToday, type OpenProposal } from '../../../db/queries/verify.ts';
import { listDetails, type CorrectionInput, type Detail } from '../calls/detail-list.ts';
import { writeCorrected } from '../calls/write-corrected.ts';
import type { AskContext } from '../context.ts';
import { notFound } from '../refusal.ts';
import { openDoubts } from './queue.ts';

/** @throws Refusal `not-found` also for a donor about whom a verifier has nothing to ask */
export async function requireVerifiable(context: AskContext, donorId: number): Promise<Verifiable> {
  const { store, person, today } = context;
  const [found] = await readVerifiable(store.reader, [donorId]);
  if (found === undefined || found.donor.isOutside || found.donor.isRemoved) throw notFound();
  const isCoordinator = person.roles.includes('coordinator');
  const hasBusiness =
    isCoordinator ||
    openDoubts(context, found).length > 0 ||
    (await readRightToday(store.reader, donorId, today)).size > 0 ||
    (await readCorrectionsSince(store.reader, donorId, startOf(context))).length > 0;
  if (!hasBusiness) throw notFound();
  return found;
}

export async function viewVerifyDonor(context: AskContext, donorId: number): Promise<VerifyDonor> {
  const { store, today } = context;
  const found = await requireVerifiable(context, donorId);
  const { donor } = found;
  const { kind, gender, displayName } = donor.details.name;
  const right = await readRightToday(store.reader, donorId, today);
  const corrections = await readCorrectionsSince(store.reader, donorId, startOf(context));
  const proposals = await readProposals(store.reader, donorId);
  const doubts = openDoubts(context, found);
  const details = listDetails(donor.details);
  return {
    donorId,
    externalId: ownNumber(donor.externalId),
    crmId: donor.crmId,
    name: sentence((language) => headingName(donor.details.name, language)),
    language: donor.language,
    person: { kind, gender, displayName },
    doubts: doubts.map(({ sentence: doubt }) => doubt),
    details: details.map((each) => {
      const first = corrections.find(({ detail }) => detail === each.key);
      const state = first !== undefined ? 'corrected' : right.has(each.key) ? 'right' : 'open';
      return {
        key: each.key,
        field: each.field,
        label: each.label,
        lines: [...linesOf(each.input)],
        input: each.input,
        doubt: state === 'open' ? doubtAbout(each, details, doubts) : null,
        suggestion: state === 'open' ? viewSuggestion(each) : null,
        state,
        was: first === undefined ? null : writeCorrected(correctionSchema.parse(JSON.parse(first.body))),
      };
    }),
    proposals: proposals.map(viewProposal),
  };
}

/** That a number is missing, or that mail came back, is no fault of a value: it stands with the first of its field. */
function doubtAbout(each: Detail, all: readonly Detail[], doubts: ReturnType<typeof openDoubts>): Sentence | null {
  const ofField = all.filter(({ field }) => field === each.field);
  if (ofField[0] !== each || ofField.some(({ doubt }) => doubt !== null)) return each.doubt;
  return doubts.find(({ kind }) => kind === each.field)?.sentence ?? null;
}

export function viewProposal(row: OpenProposal): VerifyDonor['proposals'][number] {
  const { id, kind, value, reason, at, name } = row;
  return { proposalId: id, kind, name: PROPOSAL_NAMES[kind], value, reason, by: name, at };
}

/** What was corrected here since midnight is work of today. */
export function startOf({ today }: AskContext): string {
  return instantAt(today, '00:00');
}

function viewSuggestion({ field, input }: Detail): VerifyDonor['details'][number]['suggestion'] {
  const found = suggest(field, input.value);
  if (found === null) return null;
  const suggested = { field, value: found.value } as CorrectionInput;
  return { input: suggested, lines: [...linesOf(suggested)], why: found.why };
}

function linesOf({ field, value }: CorrectionInput): readonly string[] {
  return valueLines(value, field).filter((line) => line.trim() !== '');
}
