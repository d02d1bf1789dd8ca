/** Draws the hold-out group before anything is shown: see domain/hold-out.ts. */
import { dayOfInstant, type CalendarDay } from '../../../domain/calendar/day.ts';
import type { CallList } from '../../../domain/call-list/call-list.ts';
import { evaluate, type Candidate } from '../../../domain/call-list/evaluate.ts';
import { callsUpTo, firstCallIn } from '../../../domain/call-list/programme-record.ts';
import { drawHoldOut, entryOf, shareHeldOut, sharesSince, type ShareSince } from '../../../domain/hold-out.ts';
import type { ProgrammeMatch } from '../../../domain/programmes/programme.ts';
import type { ProgrammeId } from '../../../domain/programmes/programme-id.ts';
import { findCalledUndrawn } from '../../../db/queries/candidates.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { readDrawn, saveDraws, type Draw } from '../../../db/queries/hold-out.ts';
import { readVersions } from '../../../db/queries/programme-versions.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { AskContext } from '../context.ts';
import { CONNECTION } from '../profile-settings.ts';

/**
 * Lists of which everybody is drawn. A kept list is read again and again and hardly ever changes; one that changes is
 * another list.
 */
const drawnWhole = new WeakSet<CallList>();

/** Somebody who is due to be drawn for a programme. */
interface Due {
  readonly donorId: number;
  readonly tieBreaker: number;
  readonly match: ProgrammeMatch;
  /** The first call in the programme since she came on its list, with which it may be done; null for none. */
  readonly triedOn: CalendarDay | null;
}

/**
 * Draws and stores who was never drawn for the programme that won her. Whom a caller has tried already is not held
 * out: what was begun is finished. Whoever was called, here or by another workstation, before this one could draw her is
 * drawn all the same, without any effect on the list: else those who were reached would be missing from the comparison.
 *
 * @returns whether anybody was drawn, so that the list must be read again
 */
export async function drawMissing(context: AskContext, list: CallList): Promise<boolean> {
  if (drawnWhole.has(list)) return false;
  const { store, now, today } = context;
  const waiting = await undrawn(context, [...list.items, ...list.suppressed]);
  const due = [...(await withFirstCall(context, waiting)), ...(await findCalled(context))];
  if (due.length === 0) {
    drawnWhole.add(list);
    return false;
  }
  // The same on every workstation of a charity, so that all of them draw alike.
  const seed = (await readSetting(store.reader, CONNECTION))?.address ?? 'files';
  const sharesOf = await readShares(context);
  const draws = due.map(({ donorId, tieBreaker, match, triedOn }): Draw => {
    const { programme, from } = match;
    const entry = entryOf(sharesOf(programme), from, { since: today, percent: percentOf(context, match) });
    const isDrawn = drawHoldOut(seed, programme, String(tieBreaker), entry.percent);
    const isByChance = triedOn === null || triedOn >= entry.enteredOn;
    return {
      ...entry,
      donorId,
      programme,
      isHeld: triedOn === null && isDrawn,
      arm: isByChance ? (isDrawn ? 'held' : 'called') : null,
    };
  });
  await store.write((writer) => saveDraws(writer, draws, now()));
  return true;
}

function percentOf({ programmes }: AskContext, { programme, lane }: ProgrammeMatch): number {
  return shareHeldOut(programmes, programme, lane);
}

async function undrawn(context: AskContext, candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const due = candidates.filter(({ match }) => percentOf(context, match) > 0);
  const drawn = await readDrawn(
    context.store.reader,
    due.map(({ donorId }) => donorId),
  );
  return due.filter(({ donorId, match }) => !(drawn.get(donorId) ?? []).includes(match.programme));
}

/** Who was tried and is still on the list had no conversation yet; most were not tried at all, and nothing is read. */
async function withFirstCall({ store, today }: AskContext, waiting: readonly Candidate[]): Promise<readonly Due[]> {
  const tried = waiting.filter(({ attempts }) => attempts > 0).map(({ donorId }) => donorId);
  const facts = new Map((await readFacts(store.reader, tried)).map((donor) => [donor.donorId, donor]));
  return waiting.map(({ donorId, tieBreaker, match }) => {
    const calls = callsUpTo(today, facts.get(donorId)?.calls ?? []);
    return { donorId, tieBreaker, match, triedOn: firstCallIn(match, calls) };
  });
}

/** Of whom a programme with a hold-out group is done already, and who were never drawn for it. */
async function findCalled(context: AskContext): Promise<readonly Due[]> {
  const { store, today, programmes, person } = context;
  const called = await findCalledUndrawn(store.reader, today, programmes);
  const facts = await readFacts(store.reader, [...called.keys()]);
  return facts.flatMap((donor) => {
    const { done } = evaluate(donor, { today, viewerCrmId: person.crmId, settings: programmes });
    const calls = callsUpTo(today, donor.calls);
    return done
      .filter((match) => percentOf(context, match) > 0 && called.get(donor.donorId)?.includes(match.programme) === true)
      .map((match) => ({
        donorId: donor.donorId,
        tieBreaker: donor.crmId ?? donor.donorId,
        match,
        triedOn: firstCallIn(match, calls) ?? calls[0]?.day ?? today,
      }));
  });
}

async function readShares({ store }: AskContext): Promise<(programme: ProgrammeId) => readonly ShareSince[]> {
  const versions = (await readVersions(store.reader))
    .toReversed()
    .map(({ at, settings }) => ({ day: dayOfInstant(at), settings }));
  const known = new Map<ProgrammeId, readonly ShareSince[]>();
  return (programme) => {
    const shares = known.get(programme) ?? sharesSince(versions, programme);
    known.set(programme, shares);
    return shares;
  };
}
