/** PINs, the wait after misses, the recovery code, and that a coordinator always stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLastCoordinator, refusalsOfPerson, type PersonHere } from '../../../domain/people/change.ts';
import { refusalOfPin, secondsToWait, waitAfter } from '../../../domain/people/pin.ts';
import { readRecoveryCode, RECOVERY_BYTES, recoveryCode } from '../../../domain/people/recovery-code.ts';
import { ROLES } from '../../../domain/role.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const after = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();

describe('a PIN', () => {
  it.each(['', '123', '123456789', '12a4', ' 1290', '1111', '1234', '98765', '0123'])('cannot be %j', (pin) => {
    expect(refusalOfPin(pin)).not.toBeNull();
  });
  it.each(['1290', '7413', '20061977'])('can be %j', (pin) => {
    expect(refusalOfPin(pin)).toBeNull();
  });
});

describe('the wait', () => {
  it('begins with the third miss, doubles, and never exceeds a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 5_000].map(waitAfter)).toEqual([
      0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ]);
  });
  it('passes, and a clock that was set back makes it no longer than it is', () => {
    const missed = { misses: 4, missedAt: NOW };
    expect([-7_200, 0, 59, 60, 61].map((seconds) => secondsToWait(missed, after(seconds)))).toEqual([60, 60, 1, 0, 0]);
  });
});

describe('the recovery code', () => {
  it('is read back as it was printed, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES }), (bytes) => {
        const printed = recoveryCode(bytes);
        const typed = printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readRecoveryCode(typed)).toBe(printed.replaceAll('-', ''));
      }),
    );
  });
  it.each(['', 'ABCD', 'U'.repeat(26), 'A'.repeat(27)])('is not %j', (typed) => {
    expect(readRecoveryCode(typed)).toBeNull();
  });
});

const people = fc.array(
  fc.record({ name: fc.constantFrom('Ans', 'Bea', 'Cor', ''), roles: fc.subarray([...ROLES]), isActive: fc.boolean() }),
  { maxLength: 5 },
);

describe('the people', () => {
  it('keep a coordinator through every change that is taken', () => {
    fc.assert(
      fc.property(people, fc.nat(4), fc.subarray([...ROLES]), (rows, index, roles) => {
        const all = rows.map((row, id): PersonHere => ({ ...row, id: id + 1, crmId: null }));
        const before = all[index];
        const isLed = (some: readonly PersonHere[]): boolean =>
          some.some((person) => person.isActive && person.roles.includes('coordinator'));
        if (before === undefined || !isLed(all)) return;
        const next = { ...before, roles, name: 'Dirk' };
        const isTaken = refusalsOfPerson(all, next).length === 0;
        const mayLeave = !isLastCoordinator(all, before.id);
        expect(!isTaken || isLed(all.map((person) => (person === before ? next : person)))).toBe(true);
        expect(!mayLeave || isLed(all.filter((person) => person !== before))).toBe(true);
      }),
    );
  });
  it('have names and CRM users of their own, and something to do', () => {
    const ans: PersonHere = { id: 1, name: 'Ans', crmId: 7, roles: ['coordinator'], isActive: true };
    const fields = (change: Partial<PersonHere>): readonly string[] =>
      refusalsOfPerson([ans], { id: 0, name: 'Bea', crmId: null, roles: ['caller'], isActive: true, ...change }).map(
        ({ field }) => field,
      );
    expect(fields({})).toEqual([]);
    expect(fields({ name: ' ans ', crmId: 7, roles: [] })).toEqual(['name', 'roles', 'crmId']);
    expect(fields({ name: '' })).toEqual(['name']);
    expect(fields({ name: 'Ans', isActive: false })).toEqual([]);
  });
});
