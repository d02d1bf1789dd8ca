/** What a coordinator types for a setting, and what becomes of it. */
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../renderer/screens/settings/drafts.ts';
import {
  readTyped,
  writeTyped,
  type FieldView,
  type SectionView,
} from '../../../renderer/screens/settings/typed-value.ts';

const text = { nl: 'veld', en: 'field' };
const field = (overrides: Partial<FieldView>): FieldView => ({
  id: 'limit',
  name: text,
  kind: 'number',
  unit: 'days',
  minimum: 1,
  maximum: 100,
  options: [],
  value: 30,
  standard: 30,
  standardText: text,
  text,
  ...overrides,
});
const euros = field({ unit: 'cents', value: 100_000 });

describe('an amount', () => {
  it.each([
    ['500', 50_000],
    ['€ 500', 50_000],
    ['1.000', 100_000],
    ['1,000', 100_000],
    ['1.000,50', 100_050],
    ['1,000.50', 100_050],
    ['12,5', 1_250],
    ['0', 0],
  ])('%s is %i cents', (typed, cents) => expect(readTyped(euros, typed)).toBe(cents));

  it.each(['', 'veel', '-5', '1,2,3', '1.00.000', '5 of 6 of'])('"%s" is none, and goes as it is', (typed) =>
    expect(readTyped(euros, typed)).toBe(typed),
  );

  it.each([
    [100_000, '1000', '1000'],
    [1_250, '12,50', '12.50'],
  ])('%i cents is written so that it can be read again', (cents, dutch, english) => {
    expect([writeTyped(euros, cents, 'nl'), writeTyped(euros, cents, 'en')]).toEqual([dutch, english]);
    for (const language of ['nl', 'en'] as const) {
      expect(readTyped(euros, writeTyped(euros, cents, language))).toBe(cents);
    }
  });
});

describe('a number', () => {
  it('is whole, or goes as it was typed', () => {
    expect(readTyped(field({}), ' 14 ')).toBe(14);
    expect(readTyped(field({}), '1,5')).toBe('1,5');
    expect(readTyped(field({}), '')).toBe('');
    expect(readTyped(field({ unit: 'percent' }), '10%')).toBe(10);
  });

  it('may be left out where there need be no limit', () => {
    const optional = field({ kind: 'optional-number', value: null });
    expect(readTyped(optional, '  ')).toBeNull();
    expect(writeTyped(optional, null, 'nl')).toBe('');
  });
});

describe('a change', () => {
  const several = field({
    id: 'levels',
    kind: 'several',
    unit: null,
    value: ['a', 'b'],
    options: ['a', 'b', 'c'].map((id) => ({ id, name: text })),
  });
  const isOn = field({ id: 'isOn', kind: 'switch', unit: null, value: true });
  const lane = field({ id: 'lane', kind: 'choice', unit: null, value: 'director' });
  const sections: readonly SectionView[] = [
    { id: 'majorCall', name: text, purpose: null, group: 'call', fields: [isOn, lane, euros, several] },
  ];

  it('holds what differs, and nothing that was typed back', () => {
    expect(changeOf(sections, {})).toEqual({});
    const drafts = { majorCall: { isOn: false, lane: 'caller', limit: '500', levels: ['c', 'a'] } };
    expect(changeOf(sections, drafts)).toEqual({
      majorCall: { isOn: false, lane: 'caller', limit: 50_000, levels: ['a', 'c'] },
    });
    const back = { majorCall: { isOn: true, lane: 'director', limit: '1.000,00', levels: ['b', 'a'] } };
    expect(changeOf(sections, back)).toEqual({});
  });
});
