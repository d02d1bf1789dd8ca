/** Who is held out: by a share that was in force on a day, drawn the same everywhere, evenly, and never of some programmes. */
import { describe, expect, it } from 'vitest';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { drawHoldOut, entryOf, shareHeldOut, type ShareSince } from '../../../domain/hold-out.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';

const SHARES: readonly ShareSince[] = [
  { since: '2026-03-01', percent: 10 },
  { since: '2026-06-01', percent: 0 },
  { since: '2026-09-01', percent: 20 },
];
const NOW: ShareSince = { since: '2026-11-21', percent: 5 };

describe('the share by which a donor takes part', () => {
  it.each<[CalendarDay, ReturnType<typeof entryOf>]>([
    ['2026-02-28', { enteredOn: '2026-03-01', percent: 10, isFromBefore: true }],
    ['2026-03-01', { enteredOn: '2026-03-01', percent: 10, isFromBefore: false }],
    ['2026-05-31', { enteredOn: '2026-05-31', percent: 10, isFromBefore: false }],
    ['2026-06-01', { enteredOn: '2026-09-01', percent: 20, isFromBefore: true }],
    ['2026-09-01', { enteredOn: '2026-09-01', percent: 20, isFromBefore: false }],
  ])('on the list from %s', (from, entry) => expect(entryOf(SHARES, from, NOW)).toEqual(entry));

  it('is today’s when none that is known comes after', () => {
    const [, off] = SHARES;
    expect(entryOf(off === undefined ? [] : [off], '2026-07-01', NOW)).toEqual({
      enteredOn: '2026-11-21',
      percent: 5,
      isFromBefore: true,
    });
  });
});

it('a programme without a share of its own holds nobody out', () => {
  const settings = { ...DEFAULT_SETTINGS, thankYouCall: { ...DEFAULT_SETTINGS.thankYouCall, holdOutPercent: 10 } };
  expect(shareHeldOut(settings, 'thank-you-call', 'caller')).toBe(10);
  expect(shareHeldOut(settings, 'thank-you-call', 'director')).toBe(0);
  expect(shareHeldOut(settings, 'callback', 'caller')).toBe(0);
});

describe('the draw', () => {
  it('holds nobody out at 0, everybody at 100, and about as many as was said', () => {
    const drawn = (percent: number): number =>
      Array.from({ length: 10_000 }, (_, id) => drawHoldOut('zaad', 'thank-you-call', String(id), percent)).filter(
        Boolean,
      ).length;
    expect([drawn(0), drawn(100)]).toEqual([0, 10_000]);
    // Five standard deviations: a draw that is not even falls outside, and this one always draws the same.
    expect(Math.abs(drawn(10) - 1_000)).toBeLessThan(150);
    expect(Math.abs(drawn(50) - 5_000)).toBeLessThan(250);
  });

  it('is the same on every workstation, for ever: what was drawn before must not change with a version', () => {
    const held = Array.from({ length: 200 }, (_, id) => id).filter((id) =>
      drawHoldOut('zaad', 'thank-you-call', String(id), 10),
    );
    expect(held).toEqual([17, 19, 21, 38, 48, 49, 56, 61, 66, 69, 70, 75, 78, 81, 104, 115, 139, 143, 180, 195]);
  });
});
