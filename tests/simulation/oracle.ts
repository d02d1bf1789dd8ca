/** When everything has healed: the five things that must hold. */
import { findOperation, readOperations, type Operation } from '../../db/queries/operations.ts';
import type { CallInCrm } from './crm-view.ts';
import { demandAgreement } from './agreement.ts';
import { demandNewcomersOnce } from './newcomers.ts';
import { restart } from './steps.ts';
import { demand } from './violation.ts';
import { isSameValue } from './watch.ts';
import type { Companion, World } from './world.ts';

const MOST_ROUNDS = 10;

/** @throws Violation */
export async function demandAll(world: World): Promise<void> {
  await heal(world);
  await demandDeletedGone(world);
  // Long enough for every claim to be taken for forgotten, and for the comparison of a new day, which finds hard deletes.
  world.time += 25 * 3_600_000;
  await syncUntilQuiet(world);
  const claims = world.view.claims();
  demand(claims.length === 0, 'progress', () => `claims that stay for ever: ${claims.join(' ')}`);
  const calls = Map.groupBy(world.view.calls(), ({ operationId }) => operationId);
  for (const companion of world.companions) {
    const operations = await readOperations(companion.workstation.backend.store.reader, [
      'waiting',
      'applied',
      'conflict',
      'rejected',
      'withdrawn',
    ]);
    for (const operation of operations) await demandOnce(world, companion, operation, calls);
    world.coverage.count('all', 'operations', operations.length);
    world.coverage.count('all', 'conflicts', await countConflicts(companion));
    const known = new Set(operations.map(({ id }) => id));
    for (const [id, what] of companion.acknowledged) {
      demand(known.has(id) || companion.archived.has(id), 'durable', () => `${what} ${id} is gone`);
    }
  }
  for (const [operationId, found] of calls) {
    const standing = found.filter(({ status }) => status !== 'Cancelled');
    demand(standing.length <= 1, 'exactly-once', () => `call ${operationId} is ${standing.length} times in the CRM`);
  }
  await demandNewcomersOnce(world);
  await demandAgreement(world);
}

/** A CRM that tells what was deleted is heard within a round, and not only by tomorrow's comparison of all ids. */
async function demandDeletedGone(world: World): Promise<void> {
  const binned = new Set(world.crm.binnedGifts().map(({ crmId }) => crmId));
  if (binned.size === 0) return;
  for (const { workstation, knowsUpTo } of world.companions) {
    if (knowsUpTo === null || knowsUpTo < world.healedAt) continue;
    const held = await workstation.backend.store.reader.selectFrom('gift').select('crm_id').execute();
    const found = held.find(({ crm_id: crmId }) => crmId !== null && binned.has(crmId));
    world.coverage.count('at the end', 'deleted gifts looked for');
    demand(
      found === undefined,
      'agreement',
      () =>
        `gift ${found?.crm_id} of workstation ${workstation.index} was deleted, and is still here after a whole round`,
    );
  }
}

async function countConflicts({ workstation }: Companion): Promise<number> {
  const { count } = await workstation.backend.store.reader
    .selectFrom('conflict')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** All networks work again, everybody is back, and syncs until nothing moves any more. */
async function heal(world: World): Promise<void> {
  world.note('everything heals');
  if (world.crm.limit !== undefined) world.crm.limit.used = 0;
  for (const companion of world.companions) {
    companion.weather = 'good';
    companion.workstation.disarm();
  }
  await world.flush();
  for (const companion of world.companions) {
    if (!companion.workstation.isAlive) await restart(world, companion);
  }
  world.healedAt = world.moment;
  await syncAll(world);
}

async function syncUntilQuiet(world: World): Promise<void> {
  for (let round = 1; ; round += 1) {
    const writesBefore = world.writes;
    const isQuiet = await syncAll(world, round === 1);
    // What was written after the last page comes in with the next round.
    if (isQuiet && world.writes === writesBefore) return;
    demand(round < MOST_ROUNDS, 'progress', () => 'something still moves after ten good rounds');
  }
}

/** @returns whether nothing moved */
async function syncAll(world: World, retries = true): Promise<boolean> {
  let isQuiet = true;
  // Longer than the longest back-off, and than a claim.
  world.time += 35 * 60_000;
  for (const companion of world.companions) {
    await world.sync(companion, false, (report) => {
      const moved = report.pushed + report.conflicts + report.rejected + report.waiting;
      const came = Object.values(report.pulled).reduce((sum, count) => sum + count, 0);
      if (report.failure !== null || moved > 0 || came > 0) isQuiet = false;
    });
    await world.flush();
    if (retries && (await retryRejected(world, companion))) isQuiet = false;
  }
  return isQuiet;
}

/** A person tries once more what was refused while nothing worked. */
async function retryRejected(world: World, companion: Companion): Promise<boolean> {
  const rejected = await readOperations(companion.workstation.backend.store.reader, ['rejected']);
  for (const { id } of rejected) await world.ask(companion, 'sync.retry', { operationId: id });
  await world.flush();
  return rejected.length > 0;
}

async function demandOnce(
  world: World,
  { workstation }: Companion,
  operation: Operation,
  calls: ReadonlyMap<string, readonly CallInCrm[]>,
): Promise<void> {
  const { id, body, state } = operation;
  const words = `${body.kind} ${id} (${state}) of workstation ${workstation.index}`;
  world.coverage.count('at the end', `${body.kind} ${state}`);
  demand(state !== 'waiting', 'progress', () => `${words} still waits`);
  const contactId = await livingContact(world, workstation, operation.donorId);
  if (state === 'rejected') {
    // Salesforce has fields where other CRMs have rows: when all are in use, a person has to choose which one goes.
    const isFull = world.plan.crm !== 'civicrm' && operation.why?.en.includes('field left in Salesforce') === true;
    if (isFull) world.coverage.count('at the end', 'correction without room');
    demand(
      contactId === null || isFull,
      'exactly-once',
      () => `${words} was refused, and its donor is there: ${operation.why?.en}`,
    );
    return;
  }
  const undone = await isUndone(world, workstation, id);
  if (state !== 'applied' || undone === 'on its way') return;
  switch (body.kind) {
    case 'call':
    case 'moment': {
      // Salesforce throws the tasks of a contact away with her.
      if (world.plan.crm !== 'civicrm' && contactId === null) return;
      const standing = (calls.get(id) ?? []).filter(({ status }) => status !== 'Cancelled');
      const expected = undone === 'undone' ? 0 : 1;
      demand(
        standing.length === expected,
        'exactly-once',
        () => `${words} is ${standing.length} times in the CRM, not ${expected}`,
      );
      return;
    }
    case 'objection': {
      if (undone === 'undone' || contactId === null) return;
      // Only a person in the CRM may clear it: undoing somebody else's objection is not undoing this one.
      const wasCleared = world.history.changes.some(
        ({ key, after, by }) => key === `flag:${contactId}` && after?.value === '0' && by === 'person',
      );
      const isSet = world.history.registers.get(`flag:${contactId}`)?.value === '1';
      demand(isSet || wasCleared, 'objection', () => `${words} is not in the CRM, and nobody cleared it`);
      return;
    }
    case 'correction': {
      if (undone === 'undone' || contactId === null) return;
      const { correction } = body;
      const keys = [...new Set(world.history.changes.map(({ key }) => key)), ...world.history.registers.keys()];
      const wasThere = keys.some(
        (key) =>
          key.startsWith(`${correction.field}:`) &&
          world.history.everHeld(key, (value) => isSameValue(correction, 'value', value)),
      );
      demand(wasThere, 'fields', () => `${words} was never in the CRM`);
      return;
    }
    // Only a coordinator's yes to a verifier makes one, and no evening has verifiers.
    case 'flag':
    case 'undo':
  }
}

/** `on its way`: also what a person took out of the outbox after it was tried; nobody can say whether it arrived. */
type Undone = 'no' | 'undone' | 'on its way';

async function isUndone(world: World, workstation: Companion['workstation'], id: string): Promise<Undone> {
  const operations = await readOperations(workstation.backend.store.reader, [
    'waiting',
    'applied',
    'conflict',
    'rejected',
    'withdrawn',
  ]);
  const undo = operations.find(({ body }) => body.kind === 'undo' && body.operationId === id);
  if (undo === undefined || (undo.state === 'withdrawn' && undo.tries === 0)) return 'no';
  world.coverage.count('at the end', `undo of ${(await findOperation(workstation.backend.store.reader, id))?.kind}`);
  return undo.state === 'applied' ? 'undone' : 'on its way';
}

/** The contact of a donor, or of whom she was merged into; null when she is gone or in the bin. */
async function livingContact(
  world: World,
  workstation: Companion['workstation'],
  donorId: number,
): Promise<number | null> {
  const donor = await workstation.backend.store.reader
    .selectFrom('donor')
    .select('crm_id')
    .where('id', '=', donorId)
    .executeTakeFirst();
  const contactId = world.winnerOf(donor?.crm_id ?? 0);
  return world.view.living().has(contactId) ? contactId : null;
}
