/** Which domain was meant: one slip anywhere in a known one, two in a long one, the nearest of several. */
import { describe, expect, it } from 'vitest';
import { doubtedDomain, withDomain } from '../../../domain/verify/email-domain.ts';

const SHORT = ['live.nl', 'ziggo.nl', 'home.nl'];
const LONG = ['gmail.com', 'xs4all.nl', 'hetnet.nl', 'planet.nl', 'casema.nl', 'outlook.com', 'kpnmail.nl'];
const meant = (domain: string): string | null => doubtedDomain(`jan@${domain}`);

const replaced = (text: string, at: number): string => `${text.slice(0, at)}q${text.slice(at + 1)}`;
const places = (text: string): readonly number[] => Array.from({ length: text.length }, (_, index) => index);

describe('one slip', () => {
  it.each([...SHORT, ...LONG])('anywhere in %s is asked about', (known) => {
    for (const at of places(known)) {
      const slips = [
        replaced(known, at),
        `${known.slice(0, at)}q${known.slice(at)}`,
        `${known}q`,
        known.slice(0, at) + known.slice(at + 1),
      ];
      expect(slips.map(meant)).toEqual(slips.map(() => known));
      const [before, after] = [known[at], known[at + 1]];
      if (after === undefined || after === before) continue;
      expect(meant(known.slice(0, at) + after + before + known.slice(at + 2))).toBe(known);
    }
  });
});

describe('two slips', () => {
  const twice = (known: string): readonly string[] =>
    places(known).flatMap((first) =>
      places(known)
        .filter((second) => second > first)
        .map((second) => replaced(replaced(known, first), second)),
    );

  it.each(LONG)('in %s are asked about', (known) => {
    for (const slip of twice(known)) expect(meant(slip)).toBe(known);
  });

  it.each(SHORT)('in %s are too many: short domains look like too many others', (known) => {
    for (const slip of twice(known)) expect(meant(slip)).toBeNull();
  });

  it.each([
    ['two pairs that changed places', 'gmial.cmo', 'gmail.com'],
    ['two letters left out', 'gmil.om', 'gmail.com'],
    ['two letters too many', 'ggmaail.com', 'gmail.com'],
    ['one pair and one letter', 'oulook.ocm', 'outlook.com'],
  ])('may be %s', (_, typed, known) => {
    expect(meant(typed)).toBe(known);
  });

  it.each(['hxye.nl', 'ohem.nl', 'vile.nl', 'om.nl'])(
    'of which none is a pair that changed places, are too many in %s',
    (typed) => {
      expect(meant(typed)).toBeNull();
    },
  );
});

it('three slips are another domain', () => {
  for (const typed of ['gqqqil.com', 'gmail.qqq', 'oqtlqqk.com', 'voorbeeld.nl']) expect(meant(typed)).toBeNull();
});

it('of several the nearest was meant', () => {
  expect(meant('hotmail.nm')).toBe('hotmail.nl');
  expect(meant('hotmail.co')).toBe('hotmail.com');
  expect(meant('upcmail.n')).toBe('upcmail.nl');
});

describe('nothing is asked', () => {
  it.each(['jan@gmail.com', 'jan@GMAIL.com', 'jan@', 'gmial.com', ''])('about %j', (email) => {
    expect(doubtedDomain(email)).toBeNull();
  });
});

it('the domain is what stands behind the last @', () => {
  expect(doubtedDomain('"jan@thuis"@gmial.com')).toBe('gmail.com');
  expect(doubtedDomain('jan@GMIAL.COM')).toBe('gmail.com');
  expect(withDomain('"jan@thuis"@gmial.com', 'gmail.com')).toBe('"jan@thuis"@gmail.com');
});
