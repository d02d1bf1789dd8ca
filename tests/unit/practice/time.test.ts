import { describe, expect, it } from 'vitest';
import { localDateOf } from '../../../sync/practice/time/php-date.ts';
import { SiteTime } from '../../../sync/practice/time/site-time.ts';
import { SetClock } from './support/set-clock.ts';

const WINTER = new SiteTime(new SetClock('2026-11-21T12:34:56Z').now);
const SUMMER = new SiteTime(new SetClock('2026-07-01T12:00:00Z').now);

describe('the dates that PHP reads', () => {
  it.each([
    ['2026-07-01 12:00:00', '2026-07-01 12:00:00'],
    ['2026-07-01T12:00:00', '2026-07-01 12:00:00'],
    ['2026-07-01T12:00:00Z', '2026-07-01 14:00:00'],
    ['2026-07-01T12:00:00.000Z', '2026-07-01 14:00:00'],
    ['2026-12-01T12:00:00+00:00', '2026-12-01 13:00:00'],
    ['2026-12-01T12:00:00+02:00', '2026-12-01 11:00:00'],
    ['20260701120000', '2026-07-01 12:00:00'],
    ['20260701', '2026-07-01 00:00:00'],
    ['2026-07-01', '2026-07-01 00:00:00'],
    ['31-12-1980', '1980-12-31 00:00:00'],
    ['2026-02-30', '2026-03-02 00:00:00'],
    ['now', '2026-11-21 13:34:56'],
    ['today', '2026-11-21 00:00:00'],
    ['yesterday', '2026-11-20 00:00:00'],
    ['-1 day', '2026-11-20 13:34:56'],
    ['+2 weeks', '2026-12-05 13:34:56'],
  ])('reads %s', (text, local) => {
    expect(localDateOf(text, WINTER)).toBe(local);
  });

  it('takes what it cannot read for the beginning of time', () => {
    expect(localDateOf('no date at all', WINTER)).toBe('1970-01-01 01:00:00');
  });
});

describe('the time of the site', () => {
  it('is the time in Amsterdam', () => {
    expect(WINTER.localNow()).toBe('2026-11-21 13:34:56');
    expect(SUMMER.localNow()).toBe('2026-07-01 14:00:00');
  });

  it('shows a stamp of the summer an hour early in winter, because it uses the offset of today', () => {
    const stamp = SUMMER.now();
    expect(SUMMER.timestampReader()(stamp)).toBe('2026-07-01 14:00:00');
    expect(WINTER.timestampReader()(stamp)).toBe('2026-07-01 13:00:00');
  });

  it('reads a stamp as it shows it', () => {
    expect(WINTER.timestamp(WINTER.timestampReader()(SUMMER.now()))).toBe(SUMMER.now());
  });
});
