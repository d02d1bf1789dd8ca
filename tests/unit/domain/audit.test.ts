/** Every line of the trail has a sentence in both languages; so has every way in which the chain can break. */
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, AUDIT_KINDS, actionsOf, kindOfAction, writeAction } from '../../../domain/audit/actions.ts';
import { writeChain } from '../../../domain/audit/chain-sentence.ts';

const NOBODY = { donor: null, other: null, subject: '1', detail: {} };
const AT = '2026-11-21T12:00:00.000Z';

describe('a line of the trail', () => {
  it('has a kind and a sentence in both languages, whatever is known', () => {
    for (const action of AUDIT_ACTIONS) {
      expect(kindOfAction(action)).not.toBeNull();
      for (const facts of [
        NOBODY,
        { ...NOBODY, donor: '2016', other: 'Bea', detail: { roles: ['caller'], donors: [1, 2] } },
      ]) {
        const { nl, en } = writeAction(action, facts);
        expect(`${nl}${en}`).not.toMatch(/undefined|null|\[object/);
        expect(nl).not.toBe(en);
      }
    }
    expect(AUDIT_KINDS.flatMap((kind) => actionsOf(kind)).toSorted()).toEqual(AUDIT_ACTIONS.toSorted());
  });

  it.each([
    [
      'look',
      { donor: '2016', detail: { why: 'asked' } },
      'bekeek donateur 2016: een collega vroeg het',
      'looked at donor 2016: a colleague asked',
    ],
    [
      'look',
      { donor: null, detail: { why: 'constructor' } },
      'bekeek donateur die hier niet meer is',
      'looked at donor who is no longer here',
    ],
    [
      'export',
      { detail: { what: 'letters', donors: [1, 2] } },
      'maakte brieven van 2 donateurs',
      'made letters of 2 donors',
    ],
    [
      'export',
      { donor: '2016', detail: { what: 'toString' } },
      'maakte een uitvoer van donateur 2016',
      'made an export of donor 2016',
    ],
    [
      'export',
      { detail: { what: 'labels', donors: [1] } },
      'maakte adresetiketten van 1 donateur',
      'made address labels of 1 donor',
    ],
    [
      'export',
      { detail: { what: 'file-donors', count: 2_000 } },
      'maakte een bestand met donateurs van 2000 donateurs',
      'made a file of donors of 2000 donors',
    ],
    ['update-channel', { subject: 'beta' }, 'koos de proefversies van Dankbel', 'chose the trial versions of Dankbel'],
    [
      'update-channel',
      { subject: 'stable' },
      'koos de gewone versies van Dankbel',
      'chose the usual versions of Dankbel',
    ],
    ['export', { detail: { what: 'trail' } }, 'maakte een afschrift van het logboek', 'made a copy of the log'],
    [
      'person-added',
      { other: 'Bea', detail: { roles: ['caller', 'of-later'] } },
      'voegde toe: Bea (beller, of-later)',
      'added Bea (caller, of-later)',
    ],
    ['person-changed', { other: 'Bea', detail: { roles: [] } }, 'veranderde Bea', 'changed Bea'],
    ['undo', { donor: '2016' }, 'draaide een gesprek terug (donateur 2016)', 'took back a call (donor 2016)'],
    [
      'place-removed',
      { subject: 'file:3fa9c1d2e4b5', detail: { people: 1_204, donors: 3, gifts: 0 } },
      'haalde een plek uit bestanden weg, met 1.204 mensen',
      'removed a place that came from files, with 1,204 people',
    ],
    [
      'source-changed',
      { subject: 'kentaa:6', detail: { name: 'Stichting Voorbeeld' } },
      'veranderde een actieplatform (Stichting Voorbeeld op Kentaa)',
      'changed a fundraising platform (Stichting Voorbeeld on Kentaa)',
    ],
    ['source-removed', { subject: 'kentaa:6' }, 'haalde een actieplatform weg', 'removed a fundraising platform'],
    ['lock-minutes', { subject: 'null' }, 'zette automatisch vergrendelen uit', 'switched automatic locking off'],
    ['lock-minutes', { subject: '15' }, 'zette vergrendelen op 15 minuten', 'set locking to 15 minutes'],
    ['of a later version', {}, 'of a later version', 'of a later version'],
  ])('%s is written', (action, facts, nl, en) => {
    expect(writeAction(action, { ...NOBODY, ...facts })).toEqual({ nl, en });
  });
});

describe('the chain', () => {
  it('is whole, or breaks somewhere, in words', () => {
    expect(writeChain({ isWhole: true, rows: 3 }).nl).toBe(
      'Het logboek is heel: 3 regels, en elke regel past op de vorige.',
    );
    expect(writeChain({ isWhole: false, kind: 'broken', at: AT, id: 7 }).en).toMatch(
      /from line 7 \(21 November 2026 13:00\)/,
    );
    expect(writeChain({ isWhole: false, kind: 'short', lastAt: AT }).nl).toMatch(
      /eind van het logboek.*na 21 november 2026 13:00/,
    );
    expect(writeChain({ isWhole: false, kind: 'short', lastAt: null }).en).toMatch(/end of the log: lines are gone/);
    expect(writeChain({ isWhole: false, kind: 'other', notedAt: AT }).nl).toMatch(
      /reservekopie van 21 november 2026 13:00/,
    );
  });
});
