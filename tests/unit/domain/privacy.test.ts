/** The terms of retention to the day, and what an erasure and its certificate say, one and many. */
import { describe, expect, it } from 'vitest';
import {
  certificateOf,
  outboxLines,
  removedLines,
  type CertifiedErasure,
} from '../../../domain/privacy/certificate.ts';
import { addReports, mapKinds, whatStays, type ErasureReport } from '../../../domain/privacy/erasure.ts';
import {
  DEFAULT_RETENTION,
  isOver,
  keptFrom,
  RETENTION_KINDS,
  retentionSettingsSchema,
  sumOf,
} from '../../../domain/privacy/retention.ts';
import { donorNumberOf, FITTING, SITUATION_IDS } from '../../../domain/practice/situation.ts';

const NOW = '2026-11-21T12:00:00.000Z';

describe('the terms', () => {
  it('are 90, 180, 180, 365 and 180 days, and nothing is tidied by itself until somebody says so', () => {
    expect(DEFAULT_RETENTION).toEqual({
      days: { notes: 90, followUps: 180, corrections: 180, reasons: 365, strangers: 180 },
      isDaily: false,
    });
    expect(keptFrom('notes', DEFAULT_RETENTION, NOW)).toBe('2026-08-23');
  });

  it('keep the day of the term itself, by the day in Amsterdam, and whatever is not settled', () => {
    const over = (at: string, isSettled = true): boolean => isOver({ at, isSettled }, 'notes', DEFAULT_RETENTION, NOW);
    expect(over('2026-08-22T21:59:59.000Z')).toBe(true);
    // Already the 23rd in Amsterdam.
    expect(over('2026-08-22T22:00:00.000Z')).toBe(false);
    expect(over('2026-08-23T12:00:00.000Z')).toBe(false);
    expect(over('2020-01-01T12:00:00.000Z', false)).toBe(false);
    const kept = { ...DEFAULT_RETENTION, days: { ...DEFAULT_RETENTION.days, notes: null } };
    expect(keptFrom('notes', kept, NOW)).toBeNull();
    expect(isOver({ at: '2020-01-01T12:00:00.000Z', isSettled: true }, 'notes', kept, NOW)).toBe(false);
  });

  it('are from a week to ten years', () => {
    const accepts = (notes: number | null): boolean =>
      retentionSettingsSchema.safeParse({ ...DEFAULT_RETENTION, days: { ...DEFAULT_RETENTION.days, notes } }).success;
    expect([6, 7, 3_653, 3_654, 7.5, null].map(accepts)).toEqual([false, true, true, false, false, true]);
  });

  it('count all kinds together', () => {
    expect(RETENTION_KINDS).toHaveLength(5);
    expect(sumOf({ notes: 1, followUps: 20, corrections: 300, reasons: 4_000, strangers: 50_000 })).toBe(54_321);
  });
});

const report = (change: Partial<ErasureReport> = {}): ErasureReport => ({
  removed: mapKinds(() => 0),
  sentFirst: 0,
  withdrawn: 0,
  perhapsSent: 0,
  hasObjected: false,
  rememberedNumbers: 0,
  ...change,
});
const dutch = (lines: readonly { readonly nl: string }[]): string => lines.map(({ nl }) => nl).join('\n');

describe('an erasure', () => {
  it('in two parts is one, part by part', () => {
    const a = report({ removed: mapKinds(() => 2), sentFirst: 1, withdrawn: 2, perhapsSent: 3, rememberedNumbers: 4 });
    const b = report({ removed: mapKinds(() => 5), sentFirst: 10, withdrawn: 20, perhapsSent: 30, hasObjected: true });
    expect(addReports(a, b)).toEqual({
      removed: mapKinds(() => 7),
      sentFirst: 11,
      withdrawn: 22,
      perhapsSent: 33,
      rememberedNumbers: 4,
      hasObjected: true,
    });
    expect(addReports(a, a).hasObjected).toBe(false);
    expect(addReports(b, a).hasObjected).toBe(true);
  });

  it('says what stays: an objection only where there was one, in one number or more, and what is sent first', () => {
    const plain = whatStays(report());
    expect(dutch(plain)).not.toMatch(/verzet tegen bellen|eerst nog naar het CRM/);
    const one = whatStays(report({ hasObjected: true, rememberedNumbers: 1, sentFirst: 1 }));
    expect(one).toHaveLength(plain.length + 2);
    expect(dutch(one)).toContain('een gezouten hash van het telefoonnummer');
    expect(dutch(one)).toContain('Een wijziging die de donateur beschermt (verzet, geen e-mail, overleden) gaat eerst');
    const two = dutch(whatStays(report({ hasObjected: true, rememberedNumbers: 2, sentFirst: 2 })));
    expect(two).toContain('gezouten hashes van 2 telefoonnummers');
    expect(two).toContain('2 wijzigingen die de donateur beschermen');
    const english = (rememberedNumbers: number, sentFirst: number): string =>
      whatStays(report({ hasObjected: true, rememberedNumbers, sentFirst }))
        .map(({ en }) => en)
        .join(' ');
    expect(english(1, 1)).toContain('a salted hash of the phone number:');
    expect(english(1, 1)).toContain(
      'One change that protects the donor (objection, no e-mail, deceased) goes to the CRM',
    );
    expect(english(2, 2)).toContain('salted hashes of 2 phone numbers:');
    expect(english(2, 2)).toContain('2 changes that protect the donor (objection, no e-mail, deceased) go to the CRM');
  });

  it('names what went and nothing that did not, and doubts only what had been tried', () => {
    const removed = { ...mapKinds(() => 0), gifts: 1, calls: 12 };
    expect(removedLines(report({ removed })).map(({ en }) => en)).toEqual([
      'Gifts: 1',
      'Calls and attempts, with their notes: 12',
    ]);
    expect(dutch(outboxLines(report({ withdrawn: 3 })))).toMatch(/Niet meer verstuurd: 3\.$/);
    expect(dutch(outboxLines(report({ withdrawn: 3, perhapsSent: 1 })))).toContain('3; van 1 daarvan is niet zeker');
    const sent = (perhapsSent: number): string | undefined =>
      outboxLines(report({ withdrawn: 3, perhapsSent })).at(-1)?.en;
    expect(sent(0)).toBe('Not sent any more: 3.');
    expect(sent(1)).toBe('Not sent any more: 3; of 1 of them it is not certain whether the CRM had them already.');
  });

  it('has a certificate that says when it was finished and lifted, and until then how it stands', () => {
    const erasure: CertifiedErasure = {
      id: 'e1',
      at: '2026-11-21T18:30:00.000Z',
      by: 'Corrie',
      ground: 'asked',
      state: 'scrubbing',
      finishedAt: null,
      liftedAt: null,
      report: report(),
    };
    const facts = (change: Partial<CertifiedErasure>): string =>
      dutch(certificateOf({ ...erasure, ...change })[0]?.lines ?? []);
    expect(facts({})).toContain('Gewist: 21 november 2026, 19:30, Corrie');
    expect(facts({})).toContain('de bestanden worden nog opnieuw geschreven');
    const finished = facts({ state: 'finished', finishedAt: '2026-11-21T18:31:00.000Z' });
    expect(finished).toContain('Voltooid: 21 november 2026, 19:31');
    expect(finished).not.toMatch(/opnieuw geschreven|Opgeheven/);
    expect(facts({ liftedAt: '2026-12-01T09:00:00.000Z' })).toContain('Opgeheven: 1 december 2026, 10:00.');
    expect(certificateOf(erasure)).toHaveLength(6);
    const english = certificateOf({ ...erasure, finishedAt: '2026-11-21T18:31:00.000Z' })[0]?.lines.map(({ en }) => en);
    expect(english).toContain('Erased: 21 November 2026, 19:30, Corrie');
    expect(english).toContain('Finished: 21 November 2026, 19:31');
    expect(english?.join('\n')).toMatch(/^Ground: .+$/m);
  });
});

describe('the situations of a practice evening', () => {
  it('are donors with a number each, from one on, and an outcome that fits', () => {
    expect(SITUATION_IDS.map(donorNumberOf)).toEqual([
      'OEFEN-1',
      'OEFEN-2',
      'OEFEN-3',
      'OEFEN-4',
      'OEFEN-5',
      'OEFEN-6',
    ]);
    expect(Object.keys(FITTING)).toEqual([...SITUATION_IDS]);
  });
});
