/** Distance and sound, on pairs of Dutch names: which are one name, and which are two (docs/decisions/0045). */
import { describe, expect, it } from 'vitest';
import { areAlike, soundOf } from '../../../../domain/matching/alike.ts';
import { editsBetween } from '../../../../domain/matching/edits.ts';

describe('names', () => {
  it.each([
    ['jansen', 'janssen'],
    ['kuiper', 'cuijper'],
    ['meijer', 'meyer'],
    ['dijkstra', 'dykstra'],
    ['schmidt', 'smit'],
    ['claassen', 'klaassen'],
    ['visser', 'vischer'],
    ['tijssen', 'thijssen'],
    ['verhoeven', 'verhoevne'],
    ['brouwer', 'bouwer'],
    ['smit', 'smid'],
    ['bos', 'bos'],
    ['verhoeven', 'verloeren'],
    ['klaver', 'clauwer'],
  ])('%s and %s can be one', (one, other) => {
    expect(areAlike(one, other)).toBe(true);
    expect(areAlike(other, one)).toBe(true);
  });

  it.each([
    ['bos', 'vos'],
    ['dam', 'tam'],
    ['mol', 'mos'],
    ['leeuwen', 'loon'],
    ['peters', 'peeters-smit'],
    ['jansen', 'hendriks'],
    // Two mistakes in so short a name; three in a long one; and sound alone, with too many letters changed.
    ['mulder', 'bilder'],
    ['hoogendoornberg', 'hoogenboormberk'],
    ['koot', 'cote'],
    ['hoekstra', 'oegestera'],
    ['groenewoud', 'kruynewaudt'],
  ])('%s and %s are two', (one, other) => {
    expect(areAlike(one, other)).toBe(false);
  });

  it('sound alike to the library where Dutch ears hear a difference: sound alone never decides', () => {
    expect(soundOf('jansen')).toBe(soundOf('hansen'));
    expect(soundOf('wit')).toBe(soundOf('vet'));
  });

  it('have one mistake when two letters changed places', () => {
    expect(editsBetween('jansen', 'jasnen')).toBe(1);
    expect(editsBetween('jansen', 'janesn')).toBe(1);
    expect(editsBetween('ab', 'ba')).toBe(1);
    expect(editsBetween('jansen', 'jasnex')).toBe(3);
    expect(editsBetween('jansen', 'jaasen')).toBe(1);
    expect(editsBetween('jansen', 'jassen')).toBe(1);
    expect(editsBetween('jansen', 'jannse')).toBe(2);
    expect(editsBetween('', '')).toBe(0);
  });
});
