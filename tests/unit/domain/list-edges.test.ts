/** The list at its edges: the record behind a suppression, who of several counts, the last day and the first. */
import { describe, expect, it } from 'vitest';
import { buildCallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import { explain } from '../../../domain/call-list/explain.ts';
import { traceOf } from '../../../domain/call-list/trace.ts';
import type { Suppression } from '../../../domain/call-list/suppression.ts';
import { writeSuppression } from '../../../domain/call-list/suppression-sentences.ts';
import { addDays, instantAt, type CalendarDay } from '../../../domain/calendar/day.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { DEFAULT_SETTINGS, type ProgrammeSettings } from '../../../domain/programmes/settings.ts';
import { call, callback, context, donor, explainAlone, gift, judge, TODAY } from '../../support/build-donor.ts';

const NEW = gift('2026-11-07');

function suppressionOf(facts: Partial<DonorFacts>, changes: Partial<ListContext> = {}): Suppression | null {
  const { suppressed } = buildCallList([donor({ gifts: [NEW], ...facts })], context(TODAY, changes));
  return suppressed[0]?.suppressions[0] ?? null;
}
const limits = (change: Partial<ProgrammeSettings['limits']>): Partial<ListContext> => ({
  settings: { ...DEFAULT_SETTINGS, limits: { ...DEFAULT_SETTINGS.limits, ...change } },
});

describe('a suppression is seen in', () => {
  it('the last call to the household', () => {
    const householdCallDays: readonly CalendarDay[] = ['2026-11-20', '2026-11-19', '2026-11-21', '2026-11-18'];
    expect(suppressionOf({ householdCallDays }, limits({ householdPauseDays: 5 }))?.since).toBe('2026-11-21');
  });

  it('the first promise to come', () => {
    const callbacks = [callback('2026-11-25'), callback('2026-11-23', { id: 900 }), callback('2026-11-24')];
    expect(suppressionOf({ callbacks })).toMatchObject({ id: 'promised', since: '2026-11-23', record: { id: 900 } });
  });

  it('the first call that somebody else has in the calendar', () => {
    const on = (day: CalendarDay, assignees: readonly number[] = [9]) => ({ day, assignees });
    expect(suppressionOf({ scheduledCalls: [on('2026-11-25'), on('2026-11-23')] })?.since).toBe('2026-11-23');
    expect(suppressionOf({ scheduledCalls: [on(TODAY)] })?.since).toBe(TODAY);
    expect(suppressionOf({ scheduledCalls: [on('2026-11-20')] })).toBeNull();
    expect(suppressionOf({ scheduledCalls: [on(TODAY, [6])] })).toBeNull();
    expect(suppressionOf({ scheduledCalls: [on(TODAY, [6])] }, { viewerCrmId: null })?.id).toBe('scheduled');
  });

  it('the claim that ends last', () => {
    const until = (id: string, time: string) => ({ id, holder: id, endsAt: instantAt(TODAY, time) });
    const claims = [until('a', '19:00'), until('b', '19:30'), until('c', '19:15')];
    expect(suppressionOf({ claims })?.claim?.id).toBe('b');
    expect(suppressionOf({ claims: claims.toReversed() })?.claim?.id).toBe('b');
    expect(
      suppressionOf({ claims: [{ ...until('a', '19:00'), endsAt: instantAt('2026-11-20', '23:59') }] }),
    ).toBeNull();
  });

  it('the last call that pauses, and the first attempt of those that are used up', () => {
    const tried = (...days: CalendarDay[]) => days.map((day) => call(day, 'attempt', { programme: 'thank-you-call' }));
    const pause = suppressionOf({ gifts: [gift('2026-11-01')], calls: tried('2026-11-18', '2026-11-20') });
    expect(pause).toMatchObject({ id: 'attempt-pause', since: '2026-11-20' });
    // A voicemail of three days ago pauses still, and the attempt after it too: the last one is told.
    const both = [call('2026-11-18', 'voicemail-left'), call('2026-11-20', 'attempt')];
    expect(suppressionOf({ gifts: [gift('2026-11-01')], calls: both })?.since).toBe('2026-11-20');
    const used = suppressionOf({ gifts: [gift('2026-10-27')], calls: tried('2026-11-11', '2026-11-15') });
    expect(used).toMatchObject({ id: 'attempts-used', since: '2026-11-11' });
    expect(suppressionOf({ gifts: [gift('2026-10-27')], calls: tried('2026-11-12', '2026-11-15') })).toBeNull();
  });
});

describe('a pause', () => {
  it('is over the day after it', () => {
    const on = (day: CalendarDay, result: 'attempt' | 'voicemail-left') =>
      suppressionOf({ gifts: [gift('2026-11-01')], calls: [call(day, result, { programme: 'thank-you-call' })] })?.id;
    expect([on('2026-11-20', 'attempt'), on('2026-11-19', 'attempt')]).toEqual(['attempt-pause', undefined]);
    expect([on('2026-11-18', 'voicemail-left'), on('2026-11-17', 'voicemail-left')]).toEqual([
      'attempt-pause',
      undefined,
    ]);
  });

  it('does not hold a promise back that was made in that call, but one that was made before it', () => {
    const tried = call('2026-11-20', 'attempt', { programme: 'callback', at: '2026-11-20T19:00:00.000Z' });
    const promised = (madeAt: string) =>
      suppressionOf({ calls: [tried], callbacks: [callback(TODAY, { madeAt })] })?.id;
    expect(promised('2026-11-20T19:00:00.000Z')).toBeUndefined();
    expect(promised('2026-11-20T18:59:59.000Z')).toBe('attempt-pause');
    const two = [callback(TODAY, { madeAt: '2026-11-20T19:00:00.000Z' }), callback('2026-11-30')];
    expect(suppressionOf({ calls: [tried], callbacks: two })?.id).toBe('promised');
  });
});

describe('hours between attempts', () => {
  const asked = (section: 'thankYouCall' | 'callback', hoursBetween: number): Partial<ListContext> => ({
    settings: {
      ...DEFAULT_SETTINGS,
      limits: { ...DEFAULT_SETTINGS.limits, pauseDays: 0 },
      [section]: { ...DEFAULT_SETTINGS[section], hoursBetween },
    },
    now: instantAt(TODAY, '11:00'),
  });

  it('hold since yesterday, where no day of rest is asked', () => {
    const calls = [
      call('2026-11-20', 'attempt', { programme: 'thank-you-call', at: instantAt('2026-11-20', '19:00') }),
    ];
    const gifts = [gift('2026-11-01')];
    expect(suppressionOf({ gifts, calls }, asked('thankYouCall', 17))?.id).toBe('attempt-pause');
    expect(suppressionOf({ gifts, calls }, asked('thankYouCall', 16))).toBeNull();
    expect(suppressionOf({ gifts, calls }, asked('thankYouCall', 0))).toBeNull();
  });

  it('do not hold back a promise for today after a try of today', () => {
    const calls = [call(TODAY, 'attempt', { programme: 'callback', at: instantAt(TODAY, '10:00') })];
    const callbacks = [callback(TODAY, { madeAt: '2026-11-19T19:00:00.000Z' })];
    expect(suppressionOf({ calls, callbacks }, asked('callback', 4))).toBeNull();
  });
});

describe('the relation', () => {
  const old = (daysAgo: number, change: Partial<DonorFacts> = {}) =>
    suppressionOf({ callbacks: [callback(TODAY)], gifts: [gift(addDays(TODAY, -daysAgo))], ...change })?.id;

  it('ends when the last gift is longer ago than three years, unless somebody took part since', () => {
    expect([old(1_095), old(1_096)]).toEqual([undefined, 'relation-ended']);
    const tookPart = (day: CalendarDay) => ({ involvements: [{ id: 1, day, kind: 'event' as const }] });
    expect(old(1_096, tookPart(TODAY))).toBeUndefined();
    expect(old(1_096, tookPart(addDays(TODAY, -1_095)))).toBeUndefined();
    expect(old(1_097, tookPart(addDays(TODAY, -1_096)))).toBe('relation-ended');
    expect(old(1_096, tookPart('2026-11-22'))).toBe('relation-ended');
  });
});

describe('in words', () => {
  const write = (suppression: Suppression) => {
    const { nl, en } = writeSuppression(suppression, context());
    return [nl, en];
  };

  it('a cool-down ends on its last day', () => {
    expect(write({ id: 'cool-down', since: '2026-09-01', record: null })).toEqual([
      'Op 1 september was er een gesprek; tot en met 29 november bellen we niet opnieuw.',
      'There was a conversation on 1 September; we do not call again up to 29 November.',
    ]);
  });

  it('a claim is of somebody, or of a colleague', () => {
    const claimed = (holder: string | null): Suppression => ({
      id: 'claimed',
      since: null,
      record: null,
      claim: { id: 'a', holder, endsAt: '2026-11-21T18:30:00.000Z' },
    });
    expect(write(claimed('Anneke Postma'))).toEqual([
      'Anneke Postma is met deze donateur bezig, tot 19:30.',
      'Anneke Postma is on this donor until 19:30.',
    ]);
    expect(write(claimed(null))).toEqual([
      'Een collega is met deze donateur bezig, tot 19:30.',
      'A colleague is on this donor until 19:30.',
    ]);
  });
});

describe('the explanation', () => {
  it('says from when a donor is on the list, but not after a claim, which ends today', () => {
    const waits = donor({ gifts: [NEW], calls: [call('2026-11-20', 'attempt', { programme: 'thank-you-call' })] });
    expect(explainAlone(waits).sentence).toEqual({
      nl: 'Op 20 november is gebeld; daarna laten we even rust. Vanaf 22 november op de lijst.',
      en: 'A call was made on 20 November; we leave a pause after it. On the list from 22 November.',
    });
    const claims = [{ id: 'a', holder: 'Anneke', endsAt: instantAt(TODAY, '19:30') }];
    expect(explainAlone(donor({ gifts: [NEW], claims })).sentence.nl).toBe(
      'Anneke is met deze donateur bezig, tot 19:30.',
    );
  });

  it('tells of a missed thank-you call for sixty days', () => {
    // Day 28 was 22 September.
    const gifts = [gift('2026-08-25')];
    expect(explainAlone(donor({ gifts })).sentence).toEqual({
      nl: 'Het bedanktelefoontje kon van 8 september tot en met 22 september; die tijd is voorbij.',
      en: 'The thank-you call could be made from 8 September to 22 September; that time has passed.',
    });
    expect(explainAlone(donor({ gifts: [gift('2026-08-24')] })).sentence).toEqual({
      nl: 'Donateur sinds 24 augustus; er is nu geen aanleiding om te bellen.',
      en: 'A donor since 24 August; there is no occasion for a call now.',
    });
  });

  it('looks a year and a day ahead', () => {
    const promised = (day: CalendarDay) =>
      explainAlone(donor({ gifts: [NEW], hasOpenComplaint: true, callbacks: [callback(day)] }));
    expect(promised('2026-12-01').next).toBeNull();
    const free = (ahead: number) =>
      explain(donor({ gifts: [gift('2026-01-01')], callbacks: [callback(addDays(TODAY, ahead))] }), [], context()).next;
    expect(free(366)).toEqual({ programme: 'callback', from: '2027-11-22' });
    expect(free(367)).toBeNull();
  });

  it('names the programme that has been made', () => {
    const calls = [call(TODAY, 'conversation', { programme: 'thank-you-call' })];
    expect(explainAlone(donor({ gifts: [NEW], calls })).sentence).toEqual({
      nl: 'Het bedanktelefoontje is al geweest.',
      en: 'The thank-you call has been made already.',
    });
    expect(explainAlone(donor()).sentence.nl).toBe('Er is geen gift of machtiging bekend.');
  });
});

describe('a programme is done', () => {
  const large = (day: CalendarDay) => gift(day, { amount: 150_000 });

  it('for the thank-you call by a conversation of the director, from day 0 on', () => {
    const talked = (day: CalendarDay) =>
      judge(donor({ gifts: [large('2026-10-28')], calls: [call(day, 'conversation', { programme: 'major-call' })] }));
    expect(talked('2026-10-28').programme).toBeNull();
    expect(talked('2026-10-27').programme).not.toBeNull();
  });

  it('also when that window is over', () => {
    const settings = { ...DEFAULT_SETTINGS, majorCall: { ...DEFAULT_SETTINGS.majorCall, windowDays: 10 } };
    const talked = (day: CalendarDay) => {
      const calls = [call(day, 'conversation', { programme: 'major-call' })];
      const facts = donor({ gifts: [large('2026-11-05')], calls });
      const list = buildCallList([facts], context(TODAY, { settings }));
      return [...list.items, ...list.suppressed].length;
    };
    expect([talked('2026-11-04'), talked('2026-11-05'), talked('2026-11-06')]).toEqual([1, 0, 0]);
  });

  it('and by one that only the CRM knows, while the director’s call was due', () => {
    const calls = [call('2026-11-08', 'conversation', { programme: null })];
    expect(judge(donor({ gifts: [large('2026-11-07')], calls })).programme).toBeNull();
    expect(judge(donor({ gifts: [gift('2026-11-07')], calls })).programme).toBe('thank-you-call');
  });
});

describe('of several programmes', () => {
  it('the one of the lowest priority number wins, as the coordinator set them', () => {
    const gifts = [gift('2026-11-07', { amount: 150_000 })];
    const winner = (priority: number) => {
      const settings = { ...DEFAULT_SETTINGS, thankYouCall: { ...DEFAULT_SETTINGS.thankYouCall, priority } };
      return buildCallList([donor({ gifts })], context(TODAY, { settings })).items[0]?.match.programme;
    };
    expect([winner(40), winner(15)]).toEqual(['major-call', 'thank-you-call']);
  });
});

describe('the trace', () => {
  it('has a line for what has been made and for the winner, both of which are so', () => {
    const gifts = [gift('2026-11-07', { amount: 150_000 })];
    const calls = [call('2026-11-08', 'conversation', { programme: 'major-call' })];
    const lines = (facts: Partial<DonorFacts>) =>
      traceOf(donor({ gifts, ...facts }), [], context())
        .filter(({ about }) => about === 'done' || about === 'winner')
        .map(({ about, programme, holds }) => [about, programme, holds]);
    expect(lines({})).toEqual([['winner', 'major-call', true]]);
    expect(lines({ calls })).toEqual([
      ['done', 'major-call', true],
      ['done', 'thank-you-call', true],
    ]);
  });
});
