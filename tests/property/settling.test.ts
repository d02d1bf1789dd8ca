/** Corrections against what the CRM says: re-based when it is pulled, settled by a person, never over an unseen value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameValue } from '../../domain/corrected-value.ts';
import { compareThreeWays, type Correction } from '../../domain/correction.ts';
import { rebaseChain } from '../../domain/rebase.ts';
import { settle, withValue, type Settlement } from '../../domain/settle.ts';

const letter = fc.constantFrom('a', 'b', 'c', 'd');
const email = letter.map((name) => `${name}@voorbeeld.nl`);

/** A chain as it is recorded: each correction is based on the one before it. */
const chain: fc.Arbitrary<readonly Correction[]> = fc
  .array(email, { minLength: 2, maxLength: 5 })
  .map((values) =>
    values
      .slice(1)
      .map((value, index) => ({ field: 'email', rowId: 1, crmId: 10, base: values[index] ?? '', value }) as const),
  );

/** What the connector does with a correction when the CRM has `theirs`. */
function send(correction: Correction, theirs: string): { readonly value: string; readonly isConflict: boolean } {
  if (correction.field !== 'email' || correction.base === null) throw new Error('an e-mail that is there');
  const verdict = compareThreeWays(correction.base, correction.value, theirs, (a, b) => a === b);
  return { value: verdict === 'write' ? correction.value : theirs, isConflict: verdict === 'conflict' };
}

const settlement: fc.Arbitrary<Settlement> = fc.oneof(
  fc.constant({ keep: 'mine' } as const),
  fc.constant({ keep: 'theirs' } as const),
  email.map((value) => ({ keep: 'other', typed: { field: 'email', value } }) as const),
);

describe('re-basing what waits on what was pulled', () => {
  it('is what sending it would have found, for one correction', () => {
    fc.assert(
      fc.property(email, email, email, (base, value, theirs) => {
        const correction: Correction = { field: 'email', rowId: 1, crmId: 10, base, value };
        const [verdict] = rebaseChain([correction], theirs);
        const sent = compareThreeWays(base, value, theirs, (a, b) => a === b);
        const expected = base === theirs ? 'send' : { same: 'done', write: 'send', conflict: 'conflict' }[sent];
        expect(verdict).toBe(expected);
      }),
    );
  });

  it('never lets a value that nobody here has seen be written over', () => {
    fc.assert(
      fc.property(chain, email, (corrections, theirs) => {
        const verdicts = rebaseChain(corrections, theirs);
        const known = new Set(corrections.flatMap(({ base, value }) => [base, value]));
        const isUnseen = !known.has(theirs);
        expect(verdicts.filter((verdict) => verdict === 'conflict')).toHaveLength(isUnseen ? corrections.length : 0);
        const sent = corrections.filter((_, index) => verdicts[index] === 'send');
        const after = sent.reduce(
          (now, correction) => {
            const answer = send(correction, now.value);
            return { value: answer.value, isConflict: now.isConflict || answer.isConflict };
          },
          { value: theirs, isConflict: false },
        );
        const hasConflict = verdicts.includes('conflict');
        expect(after).toEqual({ value: hasConflict ? theirs : corrections.at(-1)?.value, isConflict: false });
      }),
    );
  });

  it('calls a row that was removed a conflict', () => {
    fc.assert(
      fc.property(chain, (corrections) => {
        expect(new Set(rebaseChain(corrections, null))).toEqual(new Set(['conflict']));
      }),
    );
  });
});

describe('settling a conflict', () => {
  it('brings what was chosen to the CRM, unless the CRM moved on: then it is a conflict again', () => {
    fc.assert(
      fc.property(email, email, email, settlement, email, (base, value, theirs, decision, now) => {
        const chosen = { mine: value, theirs, other: decision.keep === 'other' ? decision.typed.value : '' }[
          decision.keep
        ];
        const next = settle({ field: 'email', rowId: 1, crmId: 10, base, value }, theirs, decision);
        const sent = next === null ? { value: now, isConflict: false } : send(next, now);
        expect(next === null).toBe(decision.keep === 'theirs');
        const isNews = next !== null && now !== theirs;
        const expected = next === null || isNews ? now : chosen;
        expect(sent).toEqual({ value: expected, isConflict: isNews && now !== chosen });
      }),
    );
  });

  it('makes a new row of what was removed in the CRM, and keeps everything else', () => {
    const address = { street: 'Wilgenhof 41', postcode: '8031 XD', town: 'Zwolle', country: 'NL' };
    const correction: Correction = {
      field: 'address',
      rowId: 7,
      crmId: 70,
      base: address,
      value: { ...address, street: 'Elders 1' },
    };
    expect(settle(correction, null, { keep: 'mine' })).toEqual({ ...correction, rowId: null, crmId: null, base: null });
    expect(settle(correction, { ...address, town: 'Meppel' }, { keep: 'mine' })).toEqual({
      ...correction,
      base: { ...address, town: 'Meppel' },
    });
  });

  it('takes nothing that was typed for another field', () => {
    const correction: Correction = { field: 'phone', rowId: 7, crmId: 70, base: '038 1', value: '038 2' };
    expect(withValue(correction, { field: 'email', value: 'a@voorbeeld.nl' })).toBeNull();
    expect(settle(correction, '038 3', { keep: 'other', typed: { field: 'email', value: 'a@b.nl' } })).toBeNull();
  });
});

describe('the same value', () => {
  it.each([
    ['phone', '06-12345678', '+31612345678', true],
    ['phone', '06-12345678', '06-12345679', false],
    ['phone', 'via dochter', ' via dochter ', true],
    ['email', 'Jan@Voorbeeld.nl ', 'jan@voorbeeld.nl', true],
    ['email', 'jan@voorbeeld.nl', 'jans@voorbeeld.nl', false],
  ] as const)('%s: %s and %s: %s', (field, a, b, expected) => {
    expect(isSameValue(a, b, field)).toBe(expected);
    expect(isSameValue(b, a, field)).toBe(expected);
  });

  it('of an address knows two notations of a postcode, of a name every part', () => {
    const address = { street: 'Wilgenhof 41', postcode: '8031xd', town: 'Zwolle', country: 'NL' };
    expect(isSameValue(address, { ...address, postcode: '8031 XD' }, 'address')).toBe(true);
    expect(isSameValue(address, { ...address, street: 'Wilgenhof 41 B' }, 'address')).toBe(false);
    const name = { firstName: 'Hanneke', prefix: 'van der', surname: 'Knaap' };
    expect(isSameValue(name, { ...name, surname: 'Knaap ' }, 'name')).toBe(true);
    expect(isSameValue(name, { ...name, prefix: '' }, 'name')).toBe(false);
  });
});
