import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { donorOfLink } from '../../../domain/donor-link.ts';
import { linkAmong, linkHandedOver } from '../../../electron/desktop/links.ts';

const HOSTILE = [
  'dankbel://donor/',
  'dankbel://donor/0',
  'dankbel://donor/-1',
  'dankbel://donor/04711',
  'dankbel://donor/4711/',
  'dankbel://donor/4711?wis=1',
  'dankbel://donor/4711#/settings',
  'dankbel://donor/4711%20--safe',
  'dankbel://donor/4711 --remote-debugging-port=9222',
  'dankbel://donor/4711\n',
  'dankbel://donor/4711\u0000',
  'dankbel://donor/../settings',
  'dankbel://donor/%34711',
  'dankbel://donor/４７１１',
  'dankbel://donor/2147483648',
  'dankbel://donor/99999999999999999999',
  'dankbel://donor/1e3',
  'dankbel://donor/0x10',
  'dankbel://donor/javascript:alert(1)',
  'dankbel://donors/4711',
  'dankbel://settings/people',
  'dankbel://user@donor/4711',
  'dankbel://donor:80/4711',
  'dankbel:donor/4711',
  'dankbel:///donor/4711',
  'DANKBEL://donor/4711',
  'https://dankbel/donor/4711',
  ' dankbel://donor/4711',
  '',
];

describe('a link to a donor', () => {
  it.each([
    ['dankbel://donor/1', 1],
    ['dankbel://donor/4711', 4711],
    ['dankbel://donor/2147483647', 2_147_483_647],
  ])('%s names %i', (link, crmId) => {
    expect(donorOfLink(link)).toBe(crmId);
    expect(linkAmong(['/opt/dankbel', '--', link])).toBe(crmId);
  });

  it.each(HOSTILE)('%j is none', (link) => {
    expect(donorOfLink(link)).toBeNull();
    expect(linkAmong(['/opt/dankbel', '--', link])).toBeNull();
  });

  it('is a number and nothing else, whatever is made of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (tail) => {
        const crmId = donorOfLink(`dankbel://donor/${tail}`);
        expect(crmId === null || String(crmId) === tail).toBe(true);
      }),
    );
  });
});

describe('what another program hands over', () => {
  it.each([null, undefined, '4711', 4711, [4711], {}, { link: '4711' }, { link: -1 }, { link: 1.5 }, { link: null }])(
    'is no link when it is %j',
    (value) => {
      expect(linkHandedOver(value)).toBeNull();
    },
  );
  it('is one when it is a number of the CRM', () => {
    expect(linkHandedOver({ link: 4711 })).toBe(4711);
  });
});

describe('the arguments of a start', () => {
  const link = 'dankbel://donor/4711';
  it.each([
    ['an argument behind it', [link, '--safe']],
    ['two links', [link, 'dankbel://donor/12']],
    ['the same link twice', [link, link]],
    ['another spelling beside it', ['DANKBEL://settings', link]],
    ['none', ['/app', '--safe']],
    ['nothing', []],
  ])('name nobody with %s', (_what, parameters) => {
    expect(linkAmong(parameters)).toBeNull();
  });
});
