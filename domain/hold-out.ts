/**
 * Hold-out: a share of the donors of a programme is not called, so that the charity can see whether calling does
 * anything. Off by default. Drawn once by a seeded hash, and stored before anything is shown: nobody can be drawn
 * again until the result pleases.
 */
import type { CalendarDay } from './calendar/day.ts';
import type { DonorFacts } from './donor-facts.ts';
import type { ProgrammeMatch } from './programmes/programme.ts';
import type { CallingLane, ProgrammeId } from './programmes/programme-id.ts';
import { SECTION_OF, type ProgrammeSettings } from './programmes/settings.ts';

/** Never for callbacks, complaints, service, verification or the director's list. */
const EXEMPT: ReadonlySet<ProgrammeId> = new Set(['callback', 'service-call', 'major-call', 'ambassador-call']);

/** The share that is held out of a programme, in per cent; 0 for what is never held out. */
export function shareHeldOut(settings: ProgrammeSettings, programme: ProgrammeId, lane: CallingLane): number {
  if (EXEMPT.has(programme) || lane === 'director') return 0;
  const section = settings[SECTION_OF[programme]];
  return 'holdOutPercent' in section ? section.holdOutPercent : 0;
}

/**
 * Draws one donor for one programme. The same seed, programme and donor always draw the same, on every workstation.
 *
 * @param donorKey the donor's id in the CRM, which all workstations share
 */
export function drawHoldOut(seed: string, programme: ProgrammeId, donorKey: string, percent: number): boolean {
  return fractionOf(`${seed}/${programme}/${donorKey}`) * 100 < percent;
}

/** From this day on so many per cent were held out of a programme. */
export interface ShareSince {
  readonly since: CalendarDay;
  readonly percent: number;
}

/** Every change of what is held out of a programme, oldest first; none before the first version of the settings. */
export function sharesSince(
  versions: readonly { readonly day: CalendarDay; readonly settings: ProgrammeSettings }[],
  programme: ProgrammeId,
): readonly ShareSince[] {
  const shares: ShareSince[] = [];
  for (const { day, settings } of versions) {
    const section = settings[SECTION_OF[programme]];
    const isOn = !('isOn' in section) || section.isOn;
    const lane = 'lane' in section ? section.lane : 'caller';
    const percent = isOn ? shareHeldOut(settings, programme, lane) : 0;
    if (percent !== (shares.at(-1)?.percent ?? 0)) shares.push({ since: day, percent });
  }
  return shares;
}

/** With which share and from which day on a donor takes part. */
export interface Entry {
  readonly enteredOn: CalendarDay;
  readonly percent: number;
  /** She was on the list before the group was opened. */
  readonly isFromBefore: boolean;
}

/**
 * By the share that was in force on the day on which she came on the list: a workstation that is opened days later must
 * draw her as the others did that day.
 *
 * @param from the day on which she came on the list
 * @param now what is in force today, for who came before any share that is still known
 */
export function entryOf(shares: readonly ShareSince[], from: CalendarDay, now: ShareSince): Entry {
  const then = shares.findLast(({ since }) => since <= from);
  if (then !== undefined && then.percent > 0) return { enteredOn: from, percent: then.percent, isFromBefore: false };
  const next = shares.find(({ since, percent }) => since > from && percent > 0) ?? now;
  return { enteredOn: next.since, percent: next.percent, isFromBefore: true };
}

/** Held out of the programme that won her; a lane of the director never is, whatever was drawn before. */
export function isHeldOut(
  donor: Pick<DonorFacts, 'heldOutOf'>,
  match: Pick<ProgrammeMatch, 'programme' | 'lane'>,
): boolean {
  return match.lane !== 'director' && !EXEMPT.has(match.programme) && donor.heldOutOf.includes(match.programme);
}

/** FNV-1a with a last stir (the finaliser of MurmurHash3): even over similar texts. From 0 up to, not including, 1. */
function fractionOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
