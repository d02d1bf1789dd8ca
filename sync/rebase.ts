/**
 * After a pull: corrections that still wait are compared with what the CRM says now, in the transaction that brought
 * it. A field that moved away from the value that was corrected is a conflict at once, not only when it is sent.
 */
import type { Instant } from '../domain/calendar/day.ts';
import { conflictSentence } from '../domain/corrected-value.ts';
import type { Correction } from '../domain/correction.ts';
import { detailOf, rebaseChain, type RebaseVerdict } from '../domain/rebase.ts';
import { dissolveConflict, noteConflict } from '../db/queries/conflicts.ts';
import { readMirrorValue } from '../db/queries/mirror-value.ts';
import { changeOperation, readOpenCorrectionsOf, type Operation } from '../db/queries/operations.ts';
import type { Writer } from '../db/store.ts';
import type { PulledRecords } from './connector.ts';

interface Link {
  readonly operation: Operation;
  readonly correction: Correction;
}

/** Donors that are in the bin are left as they are: what was recorded for them is answered when it is sent. */
export async function rebaseCorrections(writer: Writer, pulled: PulledRecords, now: Instant): Promise<void> {
  if (pulled.entity !== 'donors') return;
  const crmIds = pulled.records.flatMap(({ crmId, isRemoved }) => (crmId === null || isRemoved ? [] : [crmId]));
  for (const chain of chainsOf(await readOpenCorrectionsOf(writer.transaction, crmIds))) {
    await rebase(writer, chain, now);
  }
}

/** Corrections of one detail of one donor, oldest first. What had no row in the CRM yet has nothing to be compared with. */
function chainsOf(operations: readonly Operation[]): readonly (readonly Link[])[] {
  const chains = new Map<string, Link[]>();
  for (const operation of operations) {
    if (operation.body.kind !== 'correction') continue;
    const { correction } = operation.body;
    if (correction.field !== 'name' && correction.crmId === null) continue;
    const key = `${operation.donorId} ${detailOf(correction)}`;
    chains.set(key, [...(chains.get(key) ?? []), { operation, correction }]);
  }
  return [...chains.values()];
}

async function rebase(writer: Writer, chain: readonly Link[], now: Instant): Promise<void> {
  const last = chain.at(-1);
  if (last === undefined) return;
  const theirs = await readMirrorValue(writer.transaction, last.operation.donorId, last.correction);
  const verdicts = rebaseChain(
    chain.map(({ correction }) => correction),
    theirs,
  );
  for (const [index, { operation, correction }] of chain.entries()) {
    const verdict: RebaseVerdict = verdicts[index] ?? 'send';
    if (verdict === 'conflict' && operation.state !== 'rejected') {
      await changeOperation(writer, operation.id, {
        state: 'conflict',
        answeredAt: now,
        nextTryAt: null,
        why: conflictSentence(theirs, correction.field),
        crmWords: null,
      });
      await noteConflict(writer, { operationId: operation.id, correction, theirs, theirsAt: null, at: now });
    }
    if (verdict === 'done') {
      const reference = correction.field === 'name' ? null : String(correction.crmId);
      const applied = { state: 'applied', answeredAt: now, nextTryAt: null, why: null, crmWords: null } as const;
      await changeOperation(writer, operation.id, { ...applied, reference });
      await dissolveConflict(writer, operation.id, now);
    }
    if (verdict === 'send' && operation.state === 'conflict') {
      await changeOperation(writer, operation.id, { state: 'waiting', answeredAt: null, nextTryAt: null, why: null });
      await dissolveConflict(writer, operation.id, now);
    }
  }
}
