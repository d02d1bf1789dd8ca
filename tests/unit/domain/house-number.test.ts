/** House numbers, and what the register of postcodes makes of a typed address. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeAddress, readStreetLine, writeStreetLine } from '../../../domain/postcodes/house-number.ts';

describe('a street line', () => {
  it.each([
    ['Wilgenhof 41', { street: 'Wilgenhof', number: 41, addition: '' }],
    ['Wilgenhof 41 B', { street: 'Wilgenhof', number: 41, addition: 'B' }],
    ['Wilgenhof 41b', { street: 'Wilgenhof', number: 41, addition: 'b' }],
    ['Wilgenhof 41-2', { street: 'Wilgenhof', number: 41, addition: '-2' }],
    ['Plein 1944 12 bis', { street: 'Plein 1944', number: 12, addition: 'bis' }],
    ['1e Oosterparkstraat 100', { street: '1e Oosterparkstraat', number: 100, addition: '' }],
    ['41', { street: '', number: 41, addition: '' }],
    [' 41 B ', { street: '', number: 41, addition: 'B' }],
  ])('%j', (text, line) => {
    expect(readStreetLine(text)).toEqual(line);
  });

  it.each(['', 'Wilgenhof', 'Postbus', 'x'.repeat(10_000)])('%j has no number', (text) => {
    expect(readStreetLine(text)).toBeNull();
  });

  it('is written as it was read, but for spaces; and anything can be typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const line = readStreetLine(text);
        if (line === null) return;
        expect(readStreetLine(writeStreetLine(line))).toEqual(line);
      }),
    );
  });
});

describe('the proposal', () => {
  const wilgenhof = { street: 'Wilgenhof', town: 'Zwolle', hasNumber: true };

  it('fills street and town in by the number, and keeps the addition', () => {
    expect(proposeAddress({ street: '41 B', town: '' }, [wilgenhof])).toEqual({
      street: 'Wilgenhof 41 B',
      town: 'Zwolle',
    });
    expect(proposeAddress({ street: 'Wilgenhoff 41', town: 'zwolle' }, [wilgenhof])).toEqual({
      street: 'Wilgenhof 41',
      town: 'Zwolle',
    });
  });

  it('is none for what is the same, unknown, or could be several', () => {
    expect(proposeAddress({ street: 'Wilgenhof 41', town: 'Zwolle' }, [wilgenhof])).toBeNull();
    expect(proposeAddress({ street: '41', town: '' }, [])).toBeNull();
    expect(proposeAddress({ street: 'Wilgenhof', town: '' }, [wilgenhof])).toBeNull();
    expect(proposeAddress({ street: '41', town: '' }, [wilgenhof, { ...wilgenhof, street: 'Iepenhof' }])).toBeNull();
  });

  it('prefers the street that has the number; a new house still gets its street', () => {
    const other = { street: 'Iepenhof', town: 'Zwolle', hasNumber: false };
    expect(proposeAddress({ street: '41', town: '' }, [other, wilgenhof])?.street).toBe('Wilgenhof 41');
    expect(proposeAddress({ street: '41', town: '' }, [other])?.street).toBe('Iepenhof 41');
  });
});
