/** Who waits although nothing is wrong: the hold-out group, and a lane that is full for today. */
import { describe, expect, it } from 'vitest';
import { buildCallList } from '../../../domain/call-list/call-list.ts';
import type { ListContext } from '../../../domain/call-list/evaluate.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { drawHoldOut, shareHeldOut } from '../../../domain/hold-out.ts';
import { PROGRAMME_IDS } from '../../../domain/programmes/programme-id.ts';
import { DEFAULT_SETTINGS } from '../../../domain/programmes/settings.ts';
import { callback, context, donor, gift, mandate, phone, TODAY } from '../../support/build-donor.ts';

const suppressionsOf = (facts: DonorFacts): readonly string[] | null => {
  const list = buildCallList([facts], context());
  return list.items.length > 0 ? [] : (list.suppressed[0]?.suppressions.map(({ id }) => id) ?? null);
};
const NEW = gift('2026-11-07');

describe('held-out', () => {
  const settings = { ...DEFAULT_SETTINGS, thankYouCall: { ...DEFAULT_SETTINGS.thankYouCall, holdOutPercent: 10 } };

  it('leaves out who was drawn for the programme that won', () => {
    expect(suppressionsOf(donor({ gifts: [NEW], heldOutOf: ['thank-you-call'] }))).toEqual(['held-out']);
    expect(suppressionsOf(donor({ gifts: [NEW], heldOutOf: ['anniversary-call'] }))).toEqual([]);
  });

  it('never a callback, service, or the director’s list', () => {
    const all = PROGRAMME_IDS;
    expect(suppressionsOf(donor({ gifts: [NEW], heldOutOf: all, callbacks: [callback(TODAY)] }))).toEqual([]);
    expect(suppressionsOf(donor({ gifts: [gift('2026-11-15', { status: 'failed' })], heldOutOf: all }))).toEqual([]);
    expect(suppressionsOf(donor({ gifts: [gift('2026-11-15', { amount: 200_000 })], heldOutOf: all }))).toEqual([]);
    for (const id of PROGRAMME_IDS) expect(shareHeldOut(settings, id, 'caller')).toBe(id === 'thank-you-call' ? 10 : 0);
    expect(shareHeldOut(settings, 'thank-you-call', 'director')).toBe(0);
  });

  it('is drawn alike on every workstation, differently for each programme, and near its share', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => String(index));
    const drawn = (programme: 'thank-you-call' | 'anniversary-call', percent: number, seed = 'a') =>
      keys.filter((key) => drawHoldOut(seed, programme, key, percent));
    const held = drawn('thank-you-call', 10);
    expect(held).toEqual(drawn('thank-you-call', 10));
    expect(held.length / keys.length).toBeCloseTo(0.1, 2);
    expect(drawn('thank-you-call', 10, 'b')).not.toEqual(held);
    const other = new Set(drawn('anniversary-call', 10));
    expect(held.filter((key) => other.has(key)).length / keys.length).toBeCloseTo(0.01, 2);
    expect(drawn('thank-you-call', 0)).toEqual([]);
    expect(drawn('thank-you-call', 20).filter((key) => held.includes(key))).toEqual(held);
  });

  it('is shown after the same number, and holds nobody back', () => {
    const shared = [phone('030-2345678')];
    const first = donor({ gifts: [gift('2026-11-06')], phones: shared, heldOutOf: ['thank-you-call'] });
    const second = donor({ gifts: [NEW], phones: shared });
    const list = buildCallList([first, second], context());
    expect(list.items.map(({ donorId }) => donorId)).toEqual([second.donorId]);
    const third = donor({
      gifts: [gift('2026-11-06', { amount: 100 })],
      phones: shared,
      heldOutOf: ['thank-you-call'],
    });
    const upper = donor({ gifts: [gift('2026-11-05')], phones: shared });
    expect(buildCallList([third, upper], context()).suppressed[0]?.suppressions.map(({ id }) => id)).toEqual([
      'same-number',
      'held-out',
    ]);
  });
});

describe('the daily maximum of a lane', () => {
  const settings = { ...DEFAULT_SETTINGS, dailyMaximum: { director: null, caller: 2 } };
  const thank = (amount: number): DonorFacts => donor({ gifts: [gift('2026-11-07', { amount })] });
  const donors = [thank(9_000), thank(8_000), thank(7_000)];
  const build = (all: readonly DonorFacts[], overrides: Partial<ListContext> = {}) =>
    buildCallList(all, context(TODAY, { settings, ...overrides }));
  const amounts = (list: ReturnType<typeof build>) => list.items.map(({ match }) => match.amount);

  it('keeps the first of the order; the others are told why', () => {
    const list = build(donors);
    expect(amounts(list)).toEqual([9_000, 8_000]);
    expect(list.suppressed.map(({ suppressions }) => suppressions.map(({ id }) => id))).toEqual([['daily-maximum']]);
  });

  it('counts who was called today, in that lane', () => {
    expect(amounts(build(donors, { calledToday: { caller: 1, director: 5 } }))).toEqual([9_000]);
    expect(amounts(build(donors, { calledToday: { caller: 2, director: 0 } }))).toEqual([]);
  });

  it('keeps promises, which count; the other lane goes on', () => {
    const promised = donor({
      gifts: [gift('2020-01-01')],
      mandates: [mandate('2020-01-01')],
      callbacks: [callback(TODAY)],
    });
    const major = donor({ gifts: [gift('2026-11-18', { amount: 500_000 })] });
    const list = build([...donors, promised, major]);
    expect(list.items.map(({ match }) => match.programme)).toEqual(['callback', 'major-call', 'thank-you-call']);
    expect(build([promised], { calledToday: { caller: 9, director: 0 } }).items).toHaveLength(1);
  });

  it('is filled by whoever may really be called', () => {
    const silent = donor({ gifts: [gift('2026-11-07', { amount: 90_000 })], hasObjected: true });
    expect(amounts(build([silent, ...donors]))).toEqual([9_000, 8_000]);
  });
});
