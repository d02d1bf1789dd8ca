/** The full trace, the preview of a change, the forecast against capacity, and the list that is kept. Today is 2026-11-21. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCallList } from '../../../domain/call-list/call-list.ts';
import { explain } from '../../../domain/call-list/explain.ts';
import { againstCapacity, forecastDays } from '../../../domain/call-list/forecast.ts';
import { keepList } from '../../../domain/call-list/kept-list.ts';
import { previewChange } from '../../../domain/call-list/preview.ts';
import { SUPPRESSION_IDS } from '../../../domain/call-list/suppression.ts';
import { traceOf, writeCondition } from '../../../domain/call-list/trace.ts';
import { firstNumberOf, type DonorFacts } from '../../../domain/donor-facts.ts';
import { DEFAULT_SETTINGS, type ProgrammeSettings } from '../../../domain/programmes/settings.ts';
import { arbitraryDonors } from '../../support/arbitrary-donor.ts';
import { call, callback, context, donor, gift, mandate, phone, TODAY } from '../../support/build-donor.ts';

const NEW = gift('2026-11-07', { id: 77 });
const words = (
  facts: DonorFacts,
  about = 'condition',
  programme = 'thank-you-call',
  language: 'nl' | 'en' = 'nl',
): readonly string[] =>
  traceOf(facts, [], context())
    .filter((line) => line.about === about && line.programme === programme)
    .map((line) => `${line.holds ? '+' : '-'} ${line.sentence[language]}`);

describe('the trace', () => {
  it('names each condition, its value, its bounds and its record', () => {
    const facts = donor({ gifts: [NEW] });
    expect(words(facts)).toEqual([
      '+ Het programma staat aan: aan.',
      '+ De klantreis begon op: 7 november.',
      '+ Dag van de klantreis: 14 dagen, moet van 14 tot en met 28 dagen zijn.',
      '+ Het niveau van de donateur doet mee: alle.',
    ]);
    expect(words(facts, 'condition', 'major-call')).toEqual([
      '+ Het programma staat aan: aan.',
      '+ Dagen sinds de nieuwste ontvangen gift: 14 dagen, moet van 0 tot en met 30 dagen zijn.',
      '- Gift die alleen de grens haalt: € 25, moet minstens € 1.000 zijn.',
      '+ Het niveau van de donateur doet mee: alle.',
    ]);
    expect(words(facts, 'condition', 'service-call', 'en')).toEqual([
      '+ The programme is switched on: on.',
      '- The newest gift failed or was taken back: no, received.',
      '+ Days since that gift: 14 days, must be from 1 to 28 days.',
    ]);
    expect(words(facts, 'condition', 'anniversary-call', 'en')[0]).toBe('- The programme is switched on: no, off.');
    expect(words(facts, 'condition', 'callback', 'en')).toEqual(['- A promise to call back has come: no.']);
    const records = traceOf(facts, [], context())
      .filter(({ about, programme }) => about === 'condition' && programme === 'thank-you-call')
      .map(({ record }) => record);
    expect(records).toEqual([
      { kind: 'setting', id: 'thankYouCall.isOn' },
      { kind: 'gift', id: 77 },
      { kind: 'gift', id: 77 },
      null,
    ]);
  });

  it('writes both bounds as people write them', () => {
    const between = (kind: 'cents' | 'days' | 'years') =>
      writeCondition(
        {
          name: { nl: 'gift', en: 'gift' },
          holds: true,
          value: 1_500,
          kind,
          record: null,
          atLeast: 1_000,
          atMost: 5_000,
        },
        TODAY,
      );
    expect(between('cents')).toEqual({
      nl: 'Gift: € 15, moet van € 10 tot en met € 50 zijn.',
      en: 'Gift: €15, must be from €10 to €50.',
    });
    expect(between('days').nl).toContain('moet van 1000 tot en met 5000 dagen zijn');
  });

  it('names the gifts of a year together when these reach their limit', () => {
    const facts = donor({
      gifts: [
        gift('2026-03-01', { amount: 90_000 }),
        gift('2026-06-01', { amount: 90_000 }),
        gift('2026-11-10', { amount: 90_000 }),
      ],
    });
    expect(words(facts, 'condition', 'major-call')[2]).toBe(
      '+ Giften van een jaar samen: € 2.700, moet minstens € 2.500 zijn.',
    );
  });

  it('says the winner, and every suppression with whether it holds', () => {
    const talk = call('2026-11-01', 'conversation', { programme: 'service-call' });
    const facts = donor({ gifts: [NEW], calls: [talk], hasOpenComplaint: true });
    const lines = traceOf(facts, [], context());
    expect(lines.filter(({ about }) => about === 'winner').map(({ programme }) => programme)).toEqual([
      'thank-you-call',
    ]);
    const suppressions = lines.filter(({ about }) => about === 'suppression');
    expect(suppressions.map(({ suppression }) => suppression)).toEqual(SUPPRESSION_IDS);
    expect(suppressions.filter(({ holds }) => holds).map(({ suppression, record }) => [suppression, record])).toEqual([
      ['complaint', { kind: 'donor', id: facts.donorId }],
      ['cool-down', { kind: 'call', id: talk.at }],
    ]);
    expect(suppressions.find(({ suppression }) => suppression === 'deceased')?.sentence).toEqual({
      nl: 'Overleden: nee.',
      en: 'Deceased: no.',
    });
  });

  it('says what is done, and has no suppressions for who is in no programme', () => {
    const facts = donor({ gifts: [NEW], calls: [call('2026-11-21', 'conversation', { programme: 'thank-you-call' })] });
    const lines = traceOf(facts, [], context());
    expect(lines.filter(({ about }) => about === 'done').map(({ sentence }) => sentence.nl)).toEqual([
      'Het bedanktelefoontje is al geweest.',
    ]);
    expect(lines.filter(({ about }) => about === 'suppression' || about === 'winner')).toEqual([]);
  });

  it('knows the rivals: the same number', () => {
    const shared = [phone('030-2345678')];
    const [first, second] = [
      donor({ gifts: [gift('2026-11-06')], phones: shared }),
      donor({ gifts: [NEW], phones: shared }),
    ];
    const held = (facts: DonorFacts, rivals: readonly DonorFacts[]) =>
      traceOf(facts, rivals, context())
        .filter(({ about, holds }) => about === 'suppression' && holds)
        .map(({ suppression }) => suppression);
    expect(held(second, [first, second])).toEqual(['same-number']);
    expect(held(first, [second])).toEqual([]);
  });

  it('never disagrees with the list or the explanation', () => {
    fc.assert(
      fc.property(arbitraryDonors, (donors) => {
        const on = new Set(buildCallList(donors, context()).items.map(({ donorId }) => donorId));
        for (const each of donors) {
          const rivals = donors.filter((other) => firstNumberOf(other.phones) === firstNumberOf(each.phones));
          const lines = traceOf(each, rivals, context());
          const holding = lines
            .filter(({ about, holds }) => about === 'suppression' && holds)
            .map(({ suppression }) => suppression);
          const isOn = lines.some(({ about }) => about === 'winner') && holding.length === 0;
          expect(isOn).toBe(on.has(each.donorId));
          expect(holding).toEqual(explain(each, rivals, context()).suppressions);
          const winner = lines.find(({ about }) => about === 'winner')?.programme;
          const conditions = lines.filter(({ about, programme }) => about === 'condition' && programme === winner);
          expect(conditions.every(({ holds }) => holds)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('writes numbers, days, words and yes or no', () => {
    const name = { nl: 'iets', en: 'something' };
    const write = (
      value: Parameters<typeof writeCondition>[0]['value'],
      kind: 'count' | 'day' | 'word' | 'years',
      holds = true,
    ): string => writeCondition({ name, holds, value, kind, record: null }, TODAY).nl;
    expect([
      write(3, 'count'),
      write(null, 'word'),
      write(null, 'word', false),
      write('2026-11-07', 'day'),
      write('02-29', 'word'),
      write(5, 'years'),
    ]).toEqual(['Iets: 3.', 'Iets: ja.', 'Iets: nee.', 'Iets: 7 november.', 'Iets: 02-29.', 'Iets: 5 jaar.']);
  });
});

describe('the preview of a change', () => {
  const lower: ProgrammeSettings = {
    ...DEFAULT_SETTINGS,
    majorCall: { ...DEFAULT_SETTINGS.majorCall, giftLimit: 50_000 },
  };
  const old = gift('2020-01-01');
  const comes = donor({ gifts: [old, gift('2026-11-10', { amount: 60_000 })] });
  const moves = donor({ gifts: [gift('2026-11-07', { amount: 60_000 })] });
  const stays = donor({ gifts: [NEW] });
  const preview = (before: ProgrammeSettings, after: ProgrammeSettings, all = [comes, moves, stays]) =>
    previewChange(all, context(), { before, after });

  it('says who comes and who goes, with reasons, and how many each lane has', () => {
    const { lanes, comes: coming, goes } = preview(DEFAULT_SETTINGS, lower);
    expect(lanes).toEqual([
      { lane: 'director', before: 0, after: 2 },
      { lane: 'caller', before: 2, after: 1 },
    ]);
    expect(coming.map(({ donorId, lane, programme }) => [donorId, lane, programme])).toEqual([
      [comes.donorId, 'director', 'major-call'],
      [moves.donorId, 'director', 'major-call'],
    ]);
    expect(coming[1]?.why.nl).toBe(
      'Gift van € 600 op 7 november: de directie bedankt persoonlijk, liefst uiterlijk 14 november.',
    );
    expect(goes).toEqual([
      {
        donorId: moves.donorId,
        lane: 'caller',
        programme: 'thank-you-call',
        why: {
          nl: 'Gaat naar een andere lijst: directietelefoontje.',
          en: 'Goes to another list: call by the director.',
        },
      },
    ]);
  });

  it('of a higher limit says which condition no longer holds', () => {
    const { comes: coming, goes } = preview(lower, DEFAULT_SETTINGS, [comes]);
    expect(coming).toEqual([]);
    expect(goes.map(({ why }) => why.nl)).toEqual([
      'Gift die alleen de grens haalt: € 600, moet minstens € 1.000 zijn.',
    ]);
  });

  it('of a longer rest says which suppression comes', () => {
    const talked = donor({ gifts: [NEW], calls: [call('2026-08-01', 'conversation')] });
    const longer = { ...DEFAULT_SETTINGS, limits: { ...DEFAULT_SETTINGS.limits, coolDownDays: 120 } };
    expect(preview(DEFAULT_SETTINGS, longer, [talked]).goes[0]?.why.nl).toContain('Op 1 augustus was er een gesprek');
  });

  it('of nothing is nothing', () => {
    expect(preview(DEFAULT_SETTINGS, DEFAULT_SETTINGS)).toMatchObject({ comes: [], goes: [] });
  });
});

const forecast = (...asked: Parameters<typeof forecastDays>) => [...forecastDays(...asked)];

describe('the forecast', () => {
  const later = donor({ gifts: [gift('2026-11-10')] });
  const today = donor({ gifts: [NEW] });
  const days = forecast([later, today], context(), 5);

  it('counts per day and lane who is on the list, who is new on it, and who is due', () => {
    expect(days.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']);
    const caller = days.map(({ lanes }) => lanes[1]);
    expect(caller.map((each) => [each?.onList, each?.fresh, each?.due])).toEqual([
      [1, 1, 1],
      [1, 0, 0],
      [1, 0, 0],
      [2, 1, 1],
      [2, 0, 0],
    ]);
    expect(caller[3]).toEqual({ lane: 'caller', onList: 2, fresh: 1, due: 1, byProgramme: { 'thank-you-call': 2 } });
    expect(days[0]?.lanes[0]).toEqual({ lane: 'director', onList: 0, fresh: 0, due: 0, byProgramme: {} });
    expect(forecast([], context())).toHaveLength(28);
  });

  it('against capacity says what is left, day by day', () => {
    const many = [1, 2, 3].map(() => donor({ gifts: [NEW] }));
    const work = againstCapacity(forecast(many, context(), 4), 'caller', [1, 1, 1, 1, 1, 1, 0]);
    expect(work).toEqual([
      { day: '2026-11-21', capacity: 1, waiting: 3, left: 2 },
      { day: '2026-11-22', capacity: 0, waiting: 2, left: 2 },
      { day: '2026-11-23', capacity: 1, waiting: 2, left: 1 },
      { day: '2026-11-24', capacity: 1, waiting: 1, left: 0 },
    ]);
  });

  it('counts the calls of today for today only', () => {
    const settings = { ...DEFAULT_SETTINGS, dailyMaximum: { director: null, caller: 1 } };
    const used = context(TODAY, { settings, calledToday: { caller: 1, director: 0 } });
    expect(forecast([today], used, 2).map(({ lanes }) => lanes[1]?.onList)).toEqual([0, 1]);
  });
});

describe('the list that is kept', () => {
  it('is the list made from nothing, whoever was judged, judged again or dropped', () => {
    fc.assert(
      fc.property(arbitraryDonors, fc.array(fc.nat(), { maxLength: 20 }), (donors, picks) => {
        const kept = keepList(context());
        for (const each of donors) kept.judge(each);
        kept.list();
        const gone = new Set<number>();
        for (const pick of picks) {
          const each = donors[pick % Math.max(1, donors.length)];
          if (each === undefined) continue;
          gone[pick % 2 === 0 ? 'add' : 'delete'](each.donorId);
          if (pick % 2 === 0) kept.drop(each.donorId);
          else kept.judge(each);
          if (pick % 3 === 0) kept.list();
        }
        const expected = buildCallList(
          donors.filter(({ donorId }) => !gone.has(donorId)),
          context(),
        );
        expect(kept.list().items.map(({ donorId }) => donorId)).toEqual(expected.items.map(({ donorId }) => donorId));
        expect(new Set(kept.donorIds())).toEqual(
          new Set([...expected.items, ...expected.suppressed].map(({ donorId }) => donorId)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('several at once', () => {
  it('of two promises the earlier is kept first, of equals the older', () => {
    const [early, late] = [
      callback(TODAY, { promisedAt: '2026-11-21T10:00:00.000Z' }),
      callback(TODAY, { promisedAt: '2026-11-21T11:00:00.000Z' }),
    ];
    const ofCallback = (all: DonorFacts['callbacks']) =>
      buildCallList([donor({ mandates: [mandate('2020-01-01')], callbacks: all })], context()).items[0]?.match
        .callbackId;
    expect(ofCallback([late, early])).toBe(early.id);
    const same = { ...late, id: late.id + 1 };
    expect(ofCallback([same, late])).toBe(late.id);
  });

  it('callbacks of one urgency go by the promised moment before their amounts', () => {
    const of = (time: string, amount: number) =>
      donor({
        mandates: [mandate('2020-01-01')],
        callbacks: [callback(TODAY, { promisedAt: `2026-11-21T${time}:00.000Z`, amount })],
      });
    const [small, large] = [of('10:00', 100), of('11:00', 9_000)];
    expect(buildCallList([large, small], context()).items.map(({ donorId }) => donorId)).toEqual([
      small.donorId,
      large.donorId,
    ]);
  });
});
