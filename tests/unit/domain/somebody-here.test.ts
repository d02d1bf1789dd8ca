/** The people of a workstation: what is refused, who is the last coordinator, codes and waits. */
import { describe, expect, it } from 'vitest';
import { isLastCoordinator, refusalsOfPerson, type PersonHere } from '../../../domain/people/change.ts';
import { readRecoveryCode, RECOVERY_BYTES, recoveryCode } from '../../../domain/people/recovery-code.ts';
import { secondsToWait } from '../../../domain/people/pin.ts';

describe('somebody here', () => {
  const here = (id: number, name: string, change: Partial<PersonHere> = {}): PersonHere => ({
    id,
    name,
    crmId: null,
    roles: ['caller'],
    isActive: true,
    ...change,
  });
  const ans = here(1, 'Ans', { roles: ['coordinator'], crmId: 7 });
  const bea = here(2, 'Bea', { crmId: 8 });
  const fields = (change: Partial<PersonHere>) =>
    refusalsOfPerson([ans, bea], here(0, 'Cor', change)).map(({ field }) => field);

  it('has a name of 1 to 80 characters', () => {
    expect([fields({ name: 'x'.repeat(80) }), fields({ name: 'x'.repeat(81) })]).toEqual([[], ['name']]);
  });

  it('shares a name with nobody else who is here, and a user of the CRM with nobody', () => {
    expect([fields({ name: 'bea' }), fields({ name: 'Dirk' })]).toEqual([['name'], []]);
    expect([fields({ crmId: 8 }), fields({ crmId: 9 })]).toEqual([['crmId'], []]);
    const gone = refusalsOfPerson([ans, { ...bea, isActive: false }], here(0, 'Bea'));
    expect(gone).toEqual([]);
  });

  it('is the last coordinator only when nobody else is one and here', () => {
    expect([isLastCoordinator([ans, bea], 1), isLastCoordinator([ans, bea], 2)]).toEqual([true, false]);
    const dirk = here(3, 'Dirk', { roles: ['coordinator'] });
    expect(isLastCoordinator([ans, dirk], 1)).toBe(false);
    expect(isLastCoordinator([ans, { ...dirk, isActive: false }], 1)).toBe(true);
    expect(isLastCoordinator([bea], 2)).toBe(false);
  });

  it('gets a recovery code of 26 signs in groups of four', () => {
    const code = recoveryCode(new Uint8Array(RECOVERY_BYTES).fill(33));
    expect(code).toBe('1111-1111-1111-1111-1111-1111-11');
    expect(readRecoveryCode(code)).toBe('1'.repeat(26));
    expect(readRecoveryCode('1'.repeat(25))).toBeNull();
  });

  it('waits only after misses, and in whole seconds', () => {
    expect(secondsToWait({ misses: 4, missedAt: null }, '2026-11-21T12:00:00.000Z')).toBe(0);
    expect(secondsToWait({ misses: 3, missedAt: '2026-11-21T12:00:00.000Z' }, '2026-11-21T12:00:00.500Z')).toBe(30);
    expect(secondsToWait({ misses: 3, missedAt: '2026-11-21T12:00:00.000Z' }, '2026-11-21T12:00:29.500Z')).toBe(1);
  });
});
