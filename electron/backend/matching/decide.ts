/** What a coordinator decides about somebody of a place, and taking it back: the link, what follows from it, and the trail. */
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { AuditAction } from '../../../domain/audit/actions.ts';
import { matchReasonsSchema } from '../../../domain/matching/verdict.ts';
import { keepDecision, readLink, refuse, takeBack } from '../../../db/matching/decisions.ts';
import type { MatchDecision } from '../../../db/matching-tables.ts';
import { setLink } from '../../../db/sources/links.ts';
import { settleSources } from '../../../db/sources/settle.ts';
import type { SourceLinkTable } from '../../../db/source-tables.ts';
import type { Writer } from '../../../db/store.ts';
import { matchSourceDonors } from '../../../sync/sources/matching.ts';
import { writeAudit } from '../attention/end.ts';
import type { AskContext } from '../context.ts';
import { notFound, Refusal } from '../refusal.ts';
import { requireLinkable } from './beside.ts';
import { keepOutOfCrm } from './take-back-new.ts';
import { alreadyDecided, isOpen } from './view-match.ts';

type Input = ParsedInputOf<'matching.decide'>;

/** @returns the decision, by which it can be taken back */
export async function decide(context: AskContext, input: Input): Promise<number> {
  return context.store.write(async (writer) => {
    const before = await readLink(writer.transaction, input.sourceDonorId);
    if (before === null) throw notFound();
    if (!isOpen(before.state)) throw alreadyDecided();
    const refused = await carryOut(context, writer, before, input);
    return noteDecision(context, writer, before, { ...input, refused });
  });
}

/** @returns whom she is said not to be by it */
async function carryOut(
  { person, now }: AskContext,
  writer: Writer,
  before: SourceLinkTable,
  input: Input,
): Promise<readonly number[]> {
  const { sourceDonorId } = input;
  const by = { sourceDonorId, personId: person.id, at: now() };
  const kept = { sourceDonorId, score: before.score, decidedBy: person.id, now: now() };
  const reasons = matchReasonsSchema.safeParse(JSON.parse(before.reasons)).data ?? [];
  switch (input.decision) {
    case 'same': {
      await requireLinkable(writer.transaction, input.donorId);
      await setLink(writer, { ...kept, donorId: input.donorId, state: 'linked', reasons });
      await settleSources(writer, [input.donorId]);
      return [];
    }
    case 'other': {
      await requireLinkable(writer.transaction, input.donorId);
      const refused = await refuse(writer, { ...by, donorIds: [input.donorId] });
      const changed = await matchSourceDonors(writer, [sourceDonorId], now());
      await settleSources(writer, changed);
      return refused;
    }
    case 'new': {
      const candidates = 'kind' in reasons && reasons.kind === 'compared' ? reasons.candidates : [];
      const refused = await refuse(writer, { ...by, donorIds: candidates.map(({ donorId }) => donorId) });
      await setLink(writer, { ...kept, donorId: null, state: 'new', reasons: { kind: 'compared', candidates: [] } });
      return refused;
    }
    case 'later':
      await setLink(writer, { ...kept, donorId: null, state: before.state, reasons });
      return [];
  }
}

/** A link that was wrong, whoever made it. */
export async function unlink(context: AskContext, sourceDonorId: number): Promise<number> {
  const { store, person, now } = context;
  return store.write(async (writer) => {
    const before = await readLink(writer.transaction, sourceDonorId);
    const donorId = before?.donor_id ?? null;
    if (before === null || donorId === null) throw alreadyDecided();
    const refused = await refuse(writer, { sourceDonorId, donorIds: [donorId], personId: person.id, at: now() });
    await setLink(writer, {
      sourceDonorId,
      donorId: null,
      state: 'unlinked',
      reasons: [],
      score: null,
      decidedBy: person.id,
      now: now(),
    });
    await settleSources(writer, [donorId]);
    return noteDecision(context, writer, before, { sourceDonorId, decision: 'unlink', donorId, refused });
  });
}

export async function undo(context: AskContext, decisionId: number): Promise<void> {
  const { store, now } = context;
  await store.write(async (writer) => {
    const undone = await takeBack(writer, decisionId, now());
    if (undone === null) throw new Refusal('out-of-date', TOO_LATE);
    if (undone.decision === 'new' || undone.decision === 'other') await keepOutOfCrm(writer, undone.sourceDonorId);
    await settleSources(writer, undone.donorIds);
    const [donorId] = undone.donorIds;
    await writeAudit(
      context,
      writer,
      'match-undone',
      String(undone.sourceDonorId),
      donorId === undefined ? {} : { donorId },
    );
  });
}

const TOO_LATE = {
  nl: 'Dit kan niet meer worden teruggedraaid: er is daarna iets anders beslist.',
  en: 'This can no longer be taken back: something else was decided after it.',
};

const ACTIONS: Readonly<Record<MatchDecision, AuditAction | null>> = {
  same: 'match-same',
  other: 'match-other',
  new: 'match-new',
  unlink: 'match-unlinked',
  // Nothing was decided.
  later: null,
};

interface Decided {
  readonly sourceDonorId: number;
  readonly decision: MatchDecision;
  readonly donorId?: number;
  readonly refused: readonly number[];
}

async function noteDecision(
  context: AskContext,
  writer: Writer,
  before: SourceLinkTable,
  { sourceDonorId, decision, donorId, refused }: Decided,
): Promise<number> {
  const { person, now } = context;
  const action = ACTIONS[decision];
  if (action !== null) {
    await writeAudit(context, writer, action, String(sourceDonorId), donorId === undefined ? {} : { donorId });
  }
  return keepDecision(writer, {
    sourceDonorId,
    donorId: donorId ?? null,
    decision,
    before,
    refused,
    personId: person.id,
    at: now(),
  });
}
