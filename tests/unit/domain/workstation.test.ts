/** What a workstation tells the CRM of itself comes back as it was, whatever an editor makes of it; and what is a revocation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HELD_KINDS,
  KEPT_BY,
  readAnnouncement,
  writeAnnouncement,
  type Announcement,
} from '../../../domain/workstation/announcement.ts';
import { readState, workstationIdIn, writeSubject } from '../../../domain/workstation/revocation.ts';
import { writeWiped } from '../../../domain/workstation/wiped-sentence.ts';

const ID = '0199aaaa-0000-7000-8000-000000000001';
const AT = '2026-11-21T13:00:00.000Z';
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.isWellFormed());
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const announcement: fc.Arbitrary<Announcement> = fc.record({
  version: fc.constantFrom('0.1.0', '12.0.3-beta.1'),
  since: instant,
  seen: instant,
  held: fc.nat(),
  most: fc.nat(),
  kinds: fc.subarray([...HELD_KINDS]),
  keptBy: fc.constantFrom(...KEPT_BY),
  people: fc.array(name, { maxLength: 4 }),
  trail: fc.option(fc.record({ id: fc.nat(), hash: fc.constant('0f'.repeat(32)) })),
  revokedAt: fc.option(instant),
});

describe('an announcement', () => {
  it('comes back as it was, between other words, with spaces and line breaks around', () => {
    fc.assert(
      fc.property(announcement, (told) => {
        const line = writeAnnouncement(told);
        expect(line).not.toMatch(/["<>&\n]/);
        expect(readAnnouncement(line)).toEqual(told);
        expect(readAnnouncement(`Werkplek van Bea.\n  ${line.replaceAll(';', '; ')} \n Tot ziens; dag=1`)).toEqual(
          told,
        );
      }),
    );
  });

  it.each(['', 'dankbel-workstation-1', 'dankbel-workstation-1 version=1;', 'dankbel-workstation-2 version=1;'])(
    'that is not whole is none: %j',
    (text) => {
      expect(readAnnouncement(text)).toBeNull();
    },
  );
});

describe('the subject', () => {
  it.each(['working', 'revoked', 'wiping', 'wiped'] as const)('says that it is %s', (state) => {
    const at = state === 'working' ? null : AT;
    const subject = writeSubject(ID, { state, at }, 'INTREKKEN Bakker');
    expect(readState(subject)).toEqual({ state, at });
    expect(workstationIdIn(subject)).toBe(ID);
  });

  it.each([
    ['INTREKKEN Dankbel-werkplek', 'revoked'],
    ['  revoke: Dankbel-werkplek', 'revoked'],
    ['Intrekken', 'revoked'],
    ['Intrekkend', 'working'],
    ['Niet INTREKKEN', 'working'],
    ['Ingetrokken', 'working'],
    ['', 'working'],
  ])('%j is %s', (subject, state) => {
    expect(readState(subject)).toEqual({ state, at: null });
  });
});

it.each([
  [0, 'What was recorded here is in the CRM.'],
  [1, 'The CRM did not take 1 operation; they are gone. Ask the coordinator.'],
  [2, 'The CRM did not take 2 operations; they are gone. Ask the coordinator.'],
])('a screen says what became of %i operations', (lost, en) => {
  expect(writeWiped({ at: AT, lost })[1]?.en).toBe(en);
});
