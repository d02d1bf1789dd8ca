/** What is not in the CRM, as far as who asks may see it: what needs a person first. */
import type { AttentionItem } from '../../../contract/procedures/attention-item.ts';
import type { Correction } from '../../../domain/correction.ts';
import { detailOf } from '../../../domain/rebase.ts';
import { maySee } from '../../../domain/ways-out.ts';
import { carriedCorrection } from '../../../db/queries/carried-correction.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readOperations, type Operation } from '../../../db/queries/operations.ts';
import type { AskContext } from '../context.ts';
import { needsPerson, viewItem } from './view-item.ts';

export async function listItems(context: AskContext): Promise<readonly AttentionItem[]> {
  const { store } = context;
  const { shown, was } = await readVisible(context);
  const donors = await readDonors(store.reader, [...new Set(shown.map(({ donorId }) => donorId))]);
  const waitingFor = new Set<number>();
  const items: AttentionItem[] = [];
  for (const operation of shown.toSorted((a, b) => a.sequence - b.sequence)) {
    const { donorId, id, state } = operation;
    const isHeldBack = waitingFor.has(donorId);
    if (state === 'waiting') waitingFor.add(donorId);
    items.push(await viewItem(context, { operation, donor: donors.get(donorId), was: was.get(id), isHeldBack }));
  }
  const rank = ({ state, needsPerson: isNeeded }: AttentionItem): number =>
    state !== 'waiting' ? 0 : isNeeded ? 1 : 2;
  return items.toSorted((a, b) => rank(a) - rank(b));
}

/** How many of them need a person. */
export async function countItems(context: AskContext): Promise<number> {
  const { shown } = await readVisible(context);
  return shown.filter((operation) => needsPerson(operation, context.now())).length;
}

interface Visible {
  readonly shown: readonly Operation[];
  /** For a conflict that stands for older ones about the same detail: as it was before the oldest. */
  readonly was: ReadonlyMap<string, Correction['base']>;
}

/** Of conflicts about one detail only the newest is shown: whoever decides about it decides about all. */
async function readVisible({ store, person }: AskContext): Promise<Visible> {
  const all = await readOperations(store.reader, ['conflict', 'rejected', 'waiting']);
  const visible = all.filter(({ personId }) => maySee({ isOwn: personId === person.id, roles: person.roles }));
  const newest = new Map<string, { readonly id: string; readonly was: Correction['base'] }>();
  const shown: Operation[] = [];
  for (const operation of visible) {
    const correction = operation.state === 'conflict' ? await carriedCorrection(store.reader, operation) : null;
    if (correction === null) shown.push(operation);
    else {
      const key = `${operation.donorId} ${detailOf(correction)}`;
      newest.set(key, { id: operation.id, was: (newest.get(key) ?? { was: correction.base }).was });
    }
  }
  const was = new Map([...newest.values()].map((conflict) => [conflict.id, conflict.was]));
  return { shown: [...shown, ...visible.filter(({ id }) => was.has(id))], was };
}
