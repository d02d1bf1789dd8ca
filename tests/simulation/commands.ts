/** What a caller does at a workstation: any command of the contract, in any order that the screens allow, and some others. */
import type { Answer } from '../../contract/failure.ts';
import type { AttentionItem } from '../../contract/procedures/attention-item.ts';
import type { CallView } from '../../contract/procedures/call.ts';
import type { todaySchema } from '../../contract/procedures/today.ts';
import { dayOfInstant } from '../../domain/calendar/day.ts';
import { OUTCOME_IDS, OUTCOMES } from '../../domain/outcome.ts';
import type { z } from 'zod';
import { demandAlone, demandMayBeServed, mayClaim } from './serving.ts';
import type { Random } from './random.ts';
import type { CallOnScreen, Companion, World } from './world.ts';

type Today = z.infer<typeof todaySchema>;

/** What can be done at any time, and how often. */
const ANY_TIME = { undo: 2, attention: 2 };
const WITHOUT_CALL = { ...ANY_TIME, open: 10, status: 1, postpone: 0.5, claims: 1 };
const WITH_POST = { ...WITHOUT_CALL, sendPost: 1.5, undoPost: 1 };
const WITH_CALL = {
  ...ANY_TIME,
  dial: 4,
  notes: 3,
  objection: 4,
  emotion: 1,
  followUp: 1,
  removeFollowUp: 0.5,
  confirm: 1,
  correct: 8,
  undoCorrection: 2,
  finish: 8,
  keep: 1,
  leave: 1,
};
type DuringCall = Exclude<keyof typeof WITH_CALL, keyof typeof ANY_TIME>;

export async function command(world: World, companion: Companion, random: Random): Promise<void> {
  const { call } = companion;
  const without = world.plan.sendsPost ? WITH_POST : WITHOUT_CALL;
  const kind: keyof typeof WITH_POST | keyof typeof WITH_CALL =
    call === null ? random.weighted<keyof typeof WITH_POST>(without) : random.weighted(WITH_CALL);
  switch (kind) {
    case 'open':
      return open(world, companion, random);
    case 'postpone':
      return postpone(world, companion);
    case 'status':
      await world.ask(companion, 'sync.status', {});
      return world.ask(companion, 'session.get', {});
    case 'claims':
      return takeBack(world, companion, random);
    case 'attention':
      return attend(world, companion, random);
    case 'undo':
      return undo(world, companion, random);
    case 'sendPost':
      return sendPost(world, companion, random);
    case 'undoPost':
      return undoPost(world, companion, random);
    case 'dial':
    case 'notes':
    case 'objection':
    case 'emotion':
    case 'followUp':
    case 'removeFollowUp':
    case 'confirm':
    case 'correct':
    case 'undoCorrection':
    case 'finish':
    case 'keep':
    case 'leave':
      if (call !== null) return during(world, companion, random, { kind, call });
  }
}

async function open(world: World, companion: Companion, random: Random): Promise<void> {
  const lane = random.chance(0.8) ? 'caller' : 'director';
  let today: Today | null = null;
  await world.ask(companion, 'today.get', { lane }, (answer) => (today = valueOf<Today>(answer)));
  const { next, queue } = (today as Today | null) ?? { next: null, queue: [] };
  if (next === null) return;
  if (next.callItemId === null) await demandMayBeServed(world, companion, next.donorId);
  const donorId = random.chance(0.8) ? next.donorId : random.pick([next, ...queue]).donorId;
  const contactId = await contactOf(companion, donorId);
  world.moment += 1;
  const began = mayClaim(companion) ? world.moment : null;
  // Its half hour counts from here: a laptop that sleeps while the CRM answers wakes up with a claim that has ended.
  const at = world.time;
  await world.ask(companion, 'call.open', { donorId }, (answer) => {
    const view = valueOf<CallView>(answer);
    if (view === null) return;
    companion.call = { ...view, contactId };
    const isNew = !companion.items.has(view.callItemId);
    companion.items.add(view.callItemId);
    if (began === null || !isNew || companion.clouded > began) return;
    demandAlone(world, companion, contactId);
    companion.claimed = { contactId, callItemId: view.callItemId, at };
  });
}

/** A coordinator takes a donor back from somebody; whoever is talking to her goes on, and is no longer alone with her. */
async function takeBack(world: World, companion: Companion, random: Random): Promise<void> {
  await world.ask(companion, 'claims.refresh', {});
  const found: { readonly claimId: string }[] = [];
  await world.ask(companion, 'claims.list', {}, (answer) => {
    found.push(...(valueOf<{ claims: { claimId: string }[] }>(answer)?.claims ?? []));
  });
  if (found.length === 0 || !companion.workstation.isAlive) return;
  for (const other of world.companions) other.claimed = null;
  await world.ask(companion, 'claims.takeBack', random.pick(found));
}

async function contactOf({ workstation }: Companion, donorId: number): Promise<number> {
  const row = await workstation.backend.store.reader
    .selectFrom('donor')
    .select('crm_id')
    .where('id', '=', donorId)
    .executeTakeFirst();
  return row?.crm_id ?? 0;
}

async function postpone(world: World, companion: Companion): Promise<void> {
  await world.ask(companion, 'today.get', { lane: 'caller' }, (answer) => {
    const donorId = valueOf<Today>(answer)?.next?.donorId;
    if (donorId !== undefined) void world.ask(companion, 'today.postpone', { donorId });
  });
  await world.settle();
}

interface DuringStep {
  readonly kind: DuringCall;
  readonly call: CallOnScreen;
}

async function during(world: World, companion: Companion, random: Random, { kind, call }: DuringStep): Promise<void> {
  const { callItemId } = call;
  const seen = (answer: Answer): void => {
    const view = valueOf<CallView>(answer);
    if (view !== null && companion.call?.callItemId === callItemId)
      companion.call = { ...view, contactId: call.contactId };
    if (!answer.ok && answer.failure.code === 'out-of-date') companion.call = null;
  };
  switch (kind) {
    case 'dial': {
      const number = call.numbers[0]?.number;
      if (number === undefined) return;
      return world.ask(companion, 'call.dial', { callItemId, number }, (answer) => {
        if (answer.ok)
          void demandMayBeServed(world, companion, call.donorId).catch((error: unknown) => world.find(error));
        seen(answer);
      });
    }
    case 'notes':
      return world.ask(companion, 'call.saveNotes', { callItemId, notes: `notitie ${world.fresh()}` });
    case 'objection': {
      const answer = random.pick(['used', 'used', 'offered', 'not-offered', null] as const);
      return world.ask(companion, 'call.answerObjection', { callItemId, answer }, (given) => {
        seen(given);
        if (!given.ok) return;
        if (answer === 'used') companion.objections.set(call.contactId, world.moment);
        else companion.objections.delete(call.contactId);
      });
    }
    case 'emotion':
      return world.ask(companion, 'call.setEmotion', { callItemId, emotion: 'happy' }, seen);
    case 'followUp': {
      const followUp = random.pick(['question', 'idea', 'complaint'] as const);
      return world.ask(companion, 'call.addFollowUp', { callItemId, followUp, text: `vraag ${world.fresh()}` }, seen);
    }
    case 'removeFollowUp': {
      const [first] = call.followUps;
      if (first === undefined) return;
      return world.ask(companion, 'call.removeFollowUp', { callItemId, followUpId: first.id }, seen);
    }
    case 'confirm': {
      const { key } = random.pick(call.details);
      return world.ask(companion, 'call.confirmDetail', { callItemId, key, isConfirmed: random.chance(0.8) }, seen);
    }
    case 'correct': {
      const { key, field } = random.pick(call.details);
      const correction = correctionOf(field, world.fresh(), random);
      companion.recent = [...companion.recent.slice(-2), call.contactId];
      return world.ask(companion, 'call.correctDetail', { callItemId, key, correction, checkedBy: 'spelled' }, seen);
    }
    case 'undoCorrection': {
      const { key } = random.pick(call.details);
      return world.ask(companion, 'call.undoCorrection', { callItemId, key }, seen);
    }
    case 'finish':
      return finish(world, companion, random);
    case 'keep':
      return world.ask(companion, 'claims.keep', { callItemId, isEntered: random.chance(0.3) });
    case 'leave':
      companion.call = null;
      return world.ask(companion, 'claims.leave', { callItemId });
  }
}

/** Sometimes a value that is refused: what CiviCRM would cut or swallow. */
function correctionOf(field: string, fresh: number, random: Random): object {
  const isWrong = random.chance(0.08);
  switch (field) {
    case 'name':
      return {
        field,
        value: { firstName: `Voor${fresh}`, prefix: '', surname: isWrong ? 'x'.repeat(65) : `Achter${fresh}` },
      };
    case 'phone':
      return { field, value: isWrong ? 'NULL' : `06 20${100_000 + fresh}` };
    case 'email':
      return { field, value: isWrong ? 'geen adres' : `beller${fresh}@voorbeeld.nl` };
    default:
      return {
        field: 'address',
        value: { street: `Belstraat ${fresh}`, postcode: isWrong ? 'fout' : '8011 AB', town: 'Zwolle', country: 'NL' },
      };
  }
}

const OUTCOME_WEIGHTS = Object.fromEntries(
  OUTCOME_IDS.map((id) => [id, id === 'conversation' || id === 'objection' ? 4 : 1]),
) as Record<(typeof OUTCOME_IDS)[number], number>;

async function finish(world: World, companion: Companion, random: Random): Promise<void> {
  const { callItemId, contactId, numbers } = companion.call!;
  const outcome = random.weighted(OUTCOME_WEIGHTS);
  if (OUTCOMES[outcome].asksForObjection && random.chance(0.8)) {
    await world.ask(companion, 'call.answerObjection', { callItemId, answer: 'offered' }, (answer) => {
      if (answer.ok) companion.objections.delete(contactId);
    });
  }
  if (!companion.workstation.isAlive) return;
  const day = dayOfInstant(new Date(world.time + 86_400_000).toISOString());
  const callback = outcome === 'callback' ? { day, time: random.chance(0.5) ? '19:30' : null, byMe: true } : null;
  const input = { callItemId, outcome, callback, number: numbers[0]?.number ?? null };
  await world.ask(companion, 'call.finish', input, (answer) => {
    const value = valueOf<{ attemptId: string; isOver: boolean }>(answer);
    if (value === null) {
      if (!answer.ok && answer.failure.code === 'out-of-date') companion.call = null;
      return;
    }
    companion.acknowledged.set(value.attemptId, `call ${outcome}`);
    companion.attempts.push(value.attemptId);
    if (outcome === 'objection') companion.objections.set(contactId, world.moment);
    if (value.isOver) companion.call = null;
  });
}

async function undo(world: World, companion: Companion, random: Random): Promise<void> {
  if (companion.attempts.length === 0) return;
  const attemptId = random.pick(companion.attempts);
  await world.ask(companion, 'call.undo', { attemptId }, (answer) => {
    if (answer.ok) companion.objections.clear();
  });
}

/** Ticks off some of the cards and letters of today. */
async function sendPost(world: World, companion: Companion, random: Random): Promise<void> {
  const due: { readonly donorId: number; readonly kind: string }[] = [];
  await world.ask(companion, 'post.list', {}, (answer) => {
    due.push(...(valueOf<{ due: { donorId: number; kind: string }[] }>(answer)?.due ?? []));
  });
  if (due.length === 0 || !companion.workstation.isAlive) return;
  const donorIds = [random.pick(due), random.pick(due)].map(({ donorId }) => donorId);
  await world.ask(companion, 'post.send', { donorIds }, (answer) => {
    for (const id of valueOf<{ operationIds: string[] }>(answer)?.operationIds ?? []) {
      companion.acknowledged.set(id, 'post');
      companion.posts.push(id);
    }
  });
}

async function undoPost(world: World, companion: Companion, random: Random): Promise<void> {
  if (companion.posts.length === 0) return;
  await world.ask(companion, 'post.undo', { operationIds: [random.pick(companion.posts)] });
}

/** Looks at what needs attention and ends something of it, in one of the ways that the page offers. */
async function attend(world: World, companion: Companion, random: Random): Promise<void> {
  const found: AttentionItem[] = [];
  await world.ask(companion, 'sync.operations', {}, (answer) => {
    found.push(...(valueOf<{ operations: AttentionItem[] }>(answer)?.operations ?? []));
  });
  if (found.length === 0 || !companion.workstation.isAlive) return;
  const item = random.pick(found);
  const { operationId, conflict, typed } = item;
  const way = item.waysOut.length === 0 ? 'retry' : random.pick(item.waysOut);
  const correction = correctionOf(typed?.field ?? 'email', world.fresh(), random);
  switch (way) {
    case 'retry':
      return world.ask(companion, 'sync.retry', { operationId });
    case 'withdraw':
      return world.ask(companion, 'sync.withdraw', { operationId }, (answer) => {
        // What a person withdrew is no fact any more.
        if (!answer.ok) return;
        companion.acknowledged.delete(operationId);
        companion.objections.clear();
      });
    case 'settle': {
      const keep = random.pick(['mine', 'theirs', 'other'] as const);
      const settlement = keep === 'other' ? { keep, correction, checkedBy: 'spelled' } : { keep };
      return world.ask(
        companion,
        'sync.settle',
        { operationId, conflictId: conflict?.conflictId ?? 0, settlement },
        (answer) => {
          if (answer.ok) world.coverage.count('conflict', `kept ${keep}`);
        },
      );
    }
    case 'mend':
      return world.ask(companion, 'sync.mend', { operationId, correction, checkedBy: 'spelled' });
  }
}

function valueOf<Value>(answer: Answer): Value | null {
  return answer.ok ? (answer.value as Value) : null;
}
