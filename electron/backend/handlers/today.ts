/** Today: my list, the next donor, promises, and what I did. */
import { wallClock } from '../../../domain/calendar/day.ts';
import { ofLane } from '../../../domain/call-list/call-list.ts';
import type { Candidate } from '../../../domain/call-list/evaluate.ts';
import { serve } from '../../../domain/claims/serving.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import type { E164 } from '../../../domain/phone-number.ts';
import type { CallingLane, ProgrammeId } from '../../../domain/programmes/programme-id.ts';
import { readAttemptsOf, readOpenCallItems, readPostponed, type CallItem } from '../../../db/queries/calls.ts';
import { findPromisedIn, readPromises, type OpenPromise } from '../../../db/queries/promises.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { isClaimed, readServing } from '../claims/serving.ts';
import { readCallList } from '../calls/current-list.ts';
import { requireListed } from '../calls/require-listed.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { requireLane } from '../donor/access.ts';
import { requireDonor } from '../donor/require-donor.ts';
import { summariseAttempts } from '../views/done-view.ts';
import { viewDoor, type Door } from '../views/door-view.ts';
import { viewGift } from '../views/gift-view.ts';
import { runningName, seeDonors, townOf, type SeenDonors } from '../views/seen-donors.ts';

type TodayView = OutputOf<'today.get'>;

/** More than a screen shows; the rest is a number. */
const QUEUE_LENGTH = 8;

export const getToday: Handler<'today.get'> = async (context, { lane }) => {
  const { store, today, person } = context;
  requireLane(context, lane);
  const begun = await findBegun(context, lane);
  const inOrder = (await readServable(context, lane)).filter(({ donorId }) => donorId !== begun?.donor_id);
  const onDoor = begun === null ? (inOrder[0] ?? null) : null;
  const queue = inOrder.filter((item) => item !== onDoor).slice(0, QUEUE_LENGTH);
  const promises = (await readPromises(store.reader, lane, today, person.id)).filter(
    ({ donorId }) => donorId !== begun?.donor_id,
  );
  const attempts = (await readAttemptsOf(store.reader, person.id, today)).filter((attempt) => attempt.lane === lane);
  const standing = attempts.filter(({ undone_at: undoneAt }) => undoneAt === null);
  const seen = await seeDonors(context, [
    ...(begun === null ? [] : [begun.donor_id]),
    ...(onDoor === null ? [] : [onDoor.donorId]),
    ...queue.map(({ donorId }) => donorId),
    ...promises.map(({ donorId }) => donorId),
    ...attempts.map(({ donor_id: donorId }) => donorId),
  ]);
  return {
    lane,
    date: today,
    next: begun === null ? await openDoor(context, seen, onDoor) : await reopenDoor(context, seen, begun),
    queue: queue.flatMap((item) => viewQueued(context, seen, item)),
    left: inOrder.length + (begun === null ? 0 : 1),
    promises: promises.map((promise) => viewPromise(context, seen, promise)),
    ...(await summariseAttempts(store.reader, attempts, ({ donor_id: donorId }) => nameOf(seen, donorId))),
    called: standing.length,
    reached: standing.filter(({ outcome }) => OUTCOMES[outcome].result === 'conversation').length,
  };
};

export const postpone: Handler<'today.postpone'> = async (context, { donorId }) => {
  const { store, today, now } = context;
  await requireListed(context, donorId);
  await store.write(async ({ transaction }) => {
    // A round of sync may have taken her away since.
    await requireDonor(transaction, donorId);
    await transaction
      .insertInto('postponement')
      .values({ day: today, donor_id: donorId, at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return {};
};

/** A call that left a trace and was not finished, unless a colleague is with the donor now. One who was only looked at is not in the way. */
async function findBegun(context: AskContext, lane: CallingLane): Promise<CallItem | null> {
  const open = await readOpenCallItems(context.store.reader, context.person.id);
  const hasTrace = (item: CallItem): boolean =>
    item.started_at !== null || item.notes !== '' || item.objection_answer !== null || item.emotion !== null;
  for (const item of open) {
    if (item.lane === lane && hasTrace(item) && !(await isClaimed(context, item.donor_id))) return item;
  }
  return null;
}

/** Donors to call now: a callback when its time has come, those put at the end of the evening last. */
async function readServable(context: AskContext, lane: CallingLane): Promise<readonly Candidate[]> {
  const { items } = ofLane(await readCallList(context), lane);
  const postponed = await readPostponed(context.store.reader, context.today);
  const now = context.now();
  const dueItems = items.filter(({ match }) => match.dueAt === null || match.dueAt <= now);
  const callable = serve(
    dueItems,
    await readServing(
      context,
      dueItems.map(({ donorId }) => donorId),
    ),
  );
  return [
    ...callable.filter(({ donorId }) => !postponed.has(donorId)),
    ...callable.filter(({ donorId }) => postponed.has(donorId)),
  ];
}

async function openDoor(context: AskContext, seen: SeenDonors, item: Candidate | null): Promise<Door | null> {
  if (item === null) return null;
  const { donorId, number, match } = item;
  const promisedIn: ProgrammeId | null =
    match.callbackId === null ? null : await findPromisedIn(context.store.reader, match.callbackId);
  const subject = { programme: match.programme, promisedIn };
  return viewDoor(context, seen, { donorId, subject, reason: match.reason, number, callItemId: null });
}

async function reopenDoor(context: AskContext, seen: SeenDonors, item: CallItem): Promise<Door | null> {
  return viewDoor(context, seen, {
    donorId: item.donor_id,
    subject: { programme: item.programme, promisedIn: item.promised_in },
    reason: JSON.parse(item.reason) as Sentence,
    number: item.number as E164 | null,
    callItemId: item.id,
  });
}

function viewQueued(context: AskContext, seen: SeenDonors, { donorId, match }: Candidate): TodayView['queue'] {
  const donor = seen.donor(donorId);
  const occasion = seen.occasion(donorId, { programme: match.programme, promisedIn: null });
  if (donor === null || occasion === null) return [];
  const { about } = viewGift(occasion, donor.details.name.gender, context.today, context.programmes);
  const { programme, reason } = match;
  return [{ donorId, name: runningName(donor), town: townOf(donor), programme, reason, about }];
}

function viewPromise({ now }: AskContext, seen: SeenDonors, promise: OpenPromise): TodayView['promises'][number] {
  const { callbackId, donorId, day, time, at, madeAt, note } = promise;
  const agreed = wallClock(madeAt).time;
  return {
    callbackId,
    donorId,
    name: nameOf(seen, donorId),
    day,
    time,
    note: note === '' ? { nl: `Afgesproken om ${agreed}.`, en: `Agreed at ${agreed}.` } : { nl: note, en: note },
    isDue: at <= now(),
  };
}

function nameOf(seen: SeenDonors, donorId: number): Sentence {
  const donor = seen.donor(donorId);
  return donor === null ? sentence((language) => (language === 'nl' ? 'donateur' : 'donor')) : runningName(donor);
}
