/** The cards and letters of today, with the donors they are for. */
import { buildTaskList } from '../../../domain/tasks/task-list.ts';
import type { TaskItem } from '../../../domain/tasks/task.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import type { PostKind } from '../../../domain/tasks/post.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { findNewDonors } from '../../../db/queries/tasks.ts';
import type { Reader } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';

export interface PostItem extends TaskItem {
  readonly kind: PostKind;
  readonly donor: Donor;
  readonly facts: DonorFacts;
}

export interface DuePost {
  readonly due: readonly PostItem[];
  readonly held: readonly PostItem[];
}

export async function readDuePost(
  reader: Reader,
  { today, programmes }: Pick<AskContext, 'today' | 'programmes'>,
): Promise<DuePost> {
  const facts = await readFacts(reader, await findNewDonors(reader, today, programmes));
  const { items, suppressed } = buildTaskList('post', facts, { today, settings: programmes });
  const byId = new Map(facts.map((each) => [each.donorId, each]));
  const donors = await readDonors(
    reader,
    [...items, ...suppressed].map(({ donorId }) => donorId),
  );
  const withDonor = (item: TaskItem): PostItem[] => {
    const donor = donors.get(item.donorId);
    const own = byId.get(item.donorId);
    const kind = item.match.kind === 'card' ? 'card' : 'letter';
    return donor === undefined || own === undefined ? [] : [{ ...item, kind, donor, facts: own }];
  };
  return { due: items.flatMap(withDonor), held: suppressed.flatMap(withDonor) };
}
