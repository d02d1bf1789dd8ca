/** What is kept of a match and told to a coordinator; and when a link that was made by itself is looked at again. */
import { describe, expect, it } from 'vitest';
import { compareWith } from '../../../../domain/matching/match.ts';
import { tellingEvidence } from '../../../../domain/matching/reasons.ts';
import { isContradicted, reasonsOf } from '../../../../domain/matching/verdict.ts';
import type { Identity } from '../../../../domain/matching/identity.ts';
import { knownAs, MAILBOX } from '../../../support/known-as.ts';

const compared = (one: Partial<Identity>, other: Partial<Identity>) =>
  compareWith(knownAs(one), { donorId: 7, identity: knownAs(other) });

describe('of a comparison', () => {
  const comparison = compared({ emails: [MAILBOX] }, { emails: [MAILBOX], firstName: 'Gerrit' });

  it('is kept what it said, and nothing that anybody typed', () => {
    expect(reasonsOf([comparison])).toEqual({
      kind: 'compared',
      candidates: [
        {
          donorId: 7,
          points: 30,
          traps: ['family'],
          verdicts: [
            { field: 'email', verdict: 'same' },
            { field: 'surname', verdict: 'same' },
            { field: 'firstName', verdict: 'different' },
          ],
        },
      ],
    });
  });

  it('is told what is known, and first what weighs most, for her or against', () => {
    expect(tellingEvidence(comparison.evidence).map(({ field, points }) => [field, points])).toEqual([
      ['email', 40],
      ['firstName', -30],
      ['surname', 20],
    ]);
  });
});

describe('a link is looked at again', () => {
  it.each([
    [{}, { firstName: 'Gerrit' }],
    [{}, { surname: 'Visser', prefix: '' }],
    [{ birthday: '1961-03-14' }, { birthday: '1962-03-14' }],
    [{ organisation: 'Bakkerij Knaap' }, { kind: 'organization', organisation: 'Slagerij Visser' }],
  ] as const)('when %o meets %o', (one, other) => {
    expect(isContradicted(compared(one, other))).toBe(true);
  });

  it('not when a mailbox, a number or a house is another, nor when nothing is', () => {
    expect(isContradicted(compared({ emails: ['x@voorbeeld.nl'] }, { emails: [MAILBOX] }))).toBe(false);
    expect(isContradicted(compared({ phones: ['06 12345678'] }, { phones: ['06 87654321'] }))).toBe(false);
    expect(isContradicted(compared({}, { firstName: 'H.' }))).toBe(false);
  });
});
