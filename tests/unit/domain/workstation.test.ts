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
  [0, 'Wat hier was opgeschreven, staat in het CRM.', 'What was recorded here is in the CRM.'],
  [
    1,
    'Het CRM nam 1 bewerking niet aan; die zijn weg. Vraag de coördinator.',
    'The CRM did not take 1 operation; they are gone. Ask the coordinator.',
  ],
  [
    2,
    'Het CRM nam 2 bewerkingen niet aan; die zijn weg. Vraag de coördinator.',
    'The CRM did not take 2 operations; they are gone. Ask the coordinator.',
  ],
])('a screen says what became of %i operations', (lost, nl, en) => {
  expect(writeWiped({ at: AT, lost })).toEqual([
    {
      nl: 'De coördinator heeft deze werkplek ingetrokken. Op 21 november 2026 14:00 heeft Dankbel alles gewist wat hier stond.',
      en: 'The coordinator revoked this workstation. On 21 November 2026 14:00 Dankbel wiped everything that was here.',
    },
    { nl, en },
  ]);
});

describe('what a colleague or a newer version wrote', () => {
  const told = {
    version: 'v'.repeat(40),
    since: AT,
    seen: AT,
    held: 1,
    most: 2,
    kinds: ['names', 'notes'],
    keptBy: 'key-store',
    people: Array.from({ length: 200 }, () => 'B'.repeat(200)),
    trail: null,
    revokedAt: null,
  } satisfies Announcement;

  it('is taken up to these bounds, and not beyond', () => {
    expect(readAnnouncement(writeAnnouncement(told))).toEqual(told);
    for (const beyond of [
      { version: 'v'.repeat(41) },
      { people: [...told.people, 'Bea'] },
      { people: ['B'.repeat(201)] },
    ]) {
      expect(readAnnouncement(writeAnnouncement({ ...told, ...beyond }))).toBeNull();
    }
  });

  it('keeps the kinds that are known here, and needs every number', () => {
    const line = writeAnnouncement({ ...told, people: [] });
    expect(readAnnouncement(line.replace('names+notes', 'names+horoscopes+notes'))?.kinds).toEqual(['names', 'notes']);
    expect(readAnnouncement(line.replace('held=1', 'held=een'))).toBeNull();
    expect(readAnnouncement(line.replace('held=1;', ''))).toBeNull();
    expect(readAnnouncement(line.replace('most=2', 'most=9999999999999'))).toBeNull();
  });
});
