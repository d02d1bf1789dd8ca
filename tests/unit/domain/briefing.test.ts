/** The director's briefing: three things to say, what not to say, and one page however much there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POINTS, talkingPoints, thingsToAvoid, type BriefingFacts } from '../../../domain/briefing/briefing.ts';
import { givingOn } from '../../../domain/giving.ts';
import type { Gift } from '../../../domain/gift.ts';
import { NO_SURROUNDINGS } from '../../../domain/donor-facts.ts';
import { briefingPage, type BriefingPage } from '../../../domain/paper/briefing-page.ts';
import type { Measure } from '../../../domain/paper/page.ts';

const TODAY = '2026-11-21';

const gift = (id: number, day: Gift['day'], amount: number, status: Gift['status'] = 'received'): Gift => ({
  id,
  day,
  amount,
  status,
  mandateId: null,
  project: 'Zwemles',
});

function factsOf(gifts: readonly Gift[], change: Partial<BriefingFacts> = {}): BriefingFacts {
  return {
    today: TODAY,
    donor: { ...NO_SURROUNDINGS, calls: [], hasOpenComplaint: false },
    giving: givingOn(TODAY, gifts, []),
    gender: 'female',
    gift: gifts.at(-1) ?? null,
    mandate: null,
    story: null,
    deceasedInHousehold: [],
    ...change,
  };
}

describe('three things to say', () => {
  it('are the gift, the years and whose action it began with, when there are these', () => {
    const facts = factsOf([gift(1, '2019-05-01', 2_500), gift(2, '2026-11-07', 150_000)]);
    const { donor } = facts;
    const action = { day: '2019-04-01', kind: 'through-friend', record: { kind: 'moment', id: 1 } } as const;
    expect(talkingPoints({ ...facts, donor: { ...donor, actions: [action] } }, 'nl')).toEqual([
      'Dank voor € 1.500,00 van 7 november, voor Zwemles. Noem het bedrag één keer.',
      'Zij geeft sinds 2019, 2 keer tot nu toe. Zeg dat dat gezien is.',
      'Het begon via de actie van iemand anders, op 1 april 2019. Vraag wie dat was en wat het deed.',
    ]);
  });

  it('are the beginning of the story and a question for a first gift', () => {
    const story = {
      project: null,
      does: { nl: 'Een kind leert zwemmen. Meer.', en: '' },
      now: { nl: '', en: '' },
      picture: null,
      pictureText: { nl: '', en: '' },
    };
    expect(talkingPoints(factsOf([gift(1, '2026-11-07', 100_000)], { story }), 'nl').slice(1)).toEqual([
      'Het is de eerste gift. Vraag wat de aanleiding was.',
      'Vertel: Een kind leert zwemmen.',
    ]);
  });

  it('are always three, also of who gave nothing that is known', () => {
    for (const language of ['nl', 'en'] as const) {
      const points = talkingPoints(factsOf([gift(1, '2026-01-02', 100), gift(2, '2026-11-02', 100)]), language);
      expect(new Set(points).size).toBe(POINTS);
    }
    expect(talkingPoints(factsOf([]), 'en').length).toBeGreaterThanOrEqual(2);
  });
});

describe('what not to say', () => {
  it('is to ask for a gift, always', () => {
    expect(thingsToAvoid(factsOf([]), 'en')).toEqual(['Do not ask for another gift. This call is to thank.']);
  });

  it('names bereavement first, then a complaint, then a reversal', () => {
    const facts = factsOf([gift(1, '2026-10-07', 2_500, 'reversed')], { deceasedInHousehold: ['Jan Bos'] });
    const donor = { ...facts.donor, hasOpenComplaint: true, doesNotWantPost: true };
    const lines = thingsToAvoid({ ...facts, donor }, 'nl');
    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'Op dit nummer',
      'Er loopt een',
      'De gift van',
      'Vraag niet om',
    ]);
    expect(lines[0]).toContain('Jan Bos');
  });

  it('forgets a reversal of years ago', () => {
    expect(thingsToAvoid(factsOf([gift(1, '2024-10-07', 2_500, 'reversed')]), 'nl')).toHaveLength(1);
  });
});

describe('the page', () => {
  const measure: Measure = (text, { size }) => text.length * size * 0.17;
  const text = (maxLength: number) => fc.string({ maxLength });
  const lines = (maxLength: number) => fc.array(text(300), { maxLength });
  const pages: fc.Arbitrary<BriefingPage> = fc.record({
    language: fc.constantFrom('nl', 'en'),
    charityName: text(60),
    programme: text(40),
    day: text(40),
    name: text(200),
    about: text(300),
    number: text(20),
    why: text(300),
    giftLabel: text(40),
    giftAmount: text(20),
    giftText: text(300),
    story: fc.array(text(1_200), { maxLength: 2 }),
    picture: fc.constantFrom(
      null,
      { picture: 'a'.repeat(64), width: 800, height: 600 },
      { picture: 'b', width: 1, height: 900 },
    ),
    years: fc.array(
      fc.record({
        year: fc.integer({ min: 1990, max: 2026 }),
        received: fc.integer({ min: 0, max: 10_000_000 }),
        count: fc.nat(99),
      }),
      { maxLength: 40 },
    ),
    total: text(100),
    past: lines(20),
    others: lines(20),
    points: fc.array(text(400), { minLength: 3, maxLength: 3 }),
    avoid: fc.array(text(300), { maxLength: 4 }),
    card: text(2_000),
  });

  it('is one, whatever there is to say: nothing runs off it or into the form below', () => {
    fc.assert(
      fc.property(pages, (briefing) => {
        const { blocks, width, height } = briefingPage(briefing, measure);
        const form = blocks.findIndex(({ parts }) =>
          parts.some((part) => part.kind === 'text' && /^(Na het gesprek|After the call)$/.test(part.text)),
        );
        expect(form).toBeGreaterThan(0);
        blocks.forEach(({ parts }, index) => {
          for (const part of parts) {
            expect(part.x).toBeGreaterThanOrEqual(0);
            expect(part.y).toBeGreaterThan(0);
            expect(part.y).toBeLessThan(index < form - 1 ? 236 : height - 6);
            const right = part.kind === 'picture' || part.kind === 'box' ? part.x + part.width : part.x;
            expect(right).toBeLessThanOrEqual(width);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('draws the years to scale', () => {
    const [briefing] = fc.sample(pages, 1);
    if (briefing === undefined) throw new Error('no sample');
    const years = [
      { year: 2024, received: 50_000, count: 1 },
      { year: 2025, received: 0, count: 0 },
      { year: 2026, received: 100_000, count: 2 },
    ];
    const chart = briefingPage({ ...briefing, years, language: 'nl' }, measure).blocks.find(({ words }) =>
      words?.startsWith('2024'),
    );
    const bars = (chart?.parts ?? []).flatMap((part) => (part.kind === 'box' ? [part.height] : []));
    expect(bars).toHaveLength(2);
    expect((bars[1] ?? 0) / (bars[0] ?? 1)).toBeCloseTo(2, 5);
    expect(chart?.words).toBe('2024: € 500,00; 2025: € 0,00; 2026: € 1.000,00');
  });
});
