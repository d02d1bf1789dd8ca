/** The report about a lost workstation says what is known in every state and both languages, and what is not. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HELD_KINDS, KEPT_BY } from '../../../domain/workstation/announcement.ts';
import {
  breachReport,
  factsOf,
  lastSeen,
  reportFileName,
  writeReportText,
  type ReportedWorkstation,
} from '../../../domain/workstation/breach-report.ts';

const AT = '2026-11-21T13:00:00.000Z';
const announcement = {
  version: '0.1.0',
  since: '2026-09-01T08:00:00.000Z',
  seen: '2026-11-20T20:31:00.000Z',
  held: 812,
  most: 1_204,
  kinds: [...HELD_KINDS],
  keptBy: 'passphrase',
  people: ['Bea Bakker', 'Koen Koppeling'],
  trail: null,
  revokedAt: null,
} as const;
const lost = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  who: 'Bea Bakker',
  state: 'revoked',
  at: AT,
  announcement,
} as const;
const made = { charityName: 'Stichting Voorbeeld', madeAt: AT, madeBy: 'Corrie' };
const textOf = (workstation: ReportedWorkstation, language: 'nl' | 'en'): string =>
  writeReportText(breachReport({ ...made, workstation: { ...workstation } }, language));

describe('the report', () => {
  it('says who, since when, how many at most, of which kinds, and when it was revoked', () => {
    const dutch = textOf(
      { ...lost, announcement: { ...announcement, kinds: [...HELD_KINDS], people: [...announcement.people] } },
      'nl',
    );
    for (const line of [
      'Laatste contact: 20 november 2026 21:31.',
      'In gebruik sinds: 1 september 2026 10:00.',
      'Mensen: Bea Bakker, Koen Koppeling.',
      'Donateurs: 812 bij het laatste contact, ooit hoogstens 1.204.',
      'Ingetrokken: 21 november 2026 14:00.',
      'dat 24 november 2026 14:00',
      'ook over gezondheid of geloof',
      'geen juridisch advies',
    ]) {
      expect(dutch).toContain(line);
    }
  });

  it('is whole in every state, with every protection, in both languages', () => {
    const texts = (['working', 'revoked', 'wiping', 'wiped'] as const).flatMap((state) =>
      KEPT_BY.flatMap((keptBy) =>
        (['nl', 'en'] as const).map((language) =>
          textOf({ ...lost, state, announcement: { ...announcement, keptBy, kinds: [], people: [] } }, language),
        ),
      ),
    );
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).not.toMatch(/undefined|null|\[object/);
  });

  it('assumes the worst when what the workstation told can no longer be read', () => {
    const text = textOf({ ...lost, at: null, announcement: null }, 'en');
    expect(text).toContain('Assume all donors and all kinds of data.');
    expect(text).not.toContain('Last contact');
  });

  it.each(['nl', 'en'] as const)('stands in %s word for word as an officer gets it', (language) => {
    const told = {
      ...announcement,
      held: 0,
      kinds: ['names', 'gifts', 'notes'] as const,
      keptBy: 'key-file' as const,
      people: ['Bea'],
      trail: { id: 12, hash: '0f'.repeat(32) },
    };
    const workstation = { ...lost, id: '0199aaaa', state: 'wiped' as const };
    expect(textOf({ ...workstation, announcement: { ...told, kinds: [...told.kinds] } }, language)).toBe(
      readFileSync(new URL(`../../fixtures/breach-report/${language}.txt`, import.meta.url), 'utf8'),
    );
    expect(reportFileName(lost, language)).toBe(
      `${language === 'nl' ? 'verslag-werkplek' : 'report-workstation'}-0199aaaa`,
    );
  });

  it('says nothing of revoking while the workstation works, and how long it takes to notify', () => {
    const known = factsOf({
      ...lost,
      state: 'working',
      at: null,
      announcement: { ...announcement, kinds: [], people: [] },
    }).map(({ label, value }) => `${label.en}: ${value.en}`);
    expect(known).toEqual([
      'User of the CRM: Bea Bakker',
      'State: In use',
      'Last contact: 20 November 2026 21:31',
      'In use since: 1 September 2026 10:00',
      'People: ?',
      'Donors: 812 at the last contact, 1,204 at most ever',
      'Kinds of data: none',
      'Protection: encrypted; the key opens with a passphrase only (scrypt), and lies nowhere else',
      'Version of Dankbel: 0.1.0',
      'Log: empty',
    ]);
  });

  it('is in the order of the last contact; what cannot be read comes last', () => {
    expect(lastSeen({ announcement: { ...announcement, kinds: [], people: [] } })).toBe(
      '2026-11-20 2026-11-20T20:31:00.000Z',
    );
    expect(lastSeen({ announcement: null })).toBe('');
  });
});
