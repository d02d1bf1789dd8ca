/** Whose gifts on a live site are trials: addresses and domains of the charity's own staff (kentaa.md §5, Traps 12). */
import { describe, expect, it } from 'vitest';
import { isOwnAddress, ownAddressIn } from '../../../../domain/sources/own-addresses.ts';

describe('a line', () => {
  it.each([
    [' Bea@Charity.nl ', 'bea@charity.nl'],
    ['charity.nl', 'charity.nl'],
    ['@Charity.nl', 'charity.nl'],
    // An address with a provider of everybody is hers; the provider is not.
    ['bea@gmail.com', 'bea@gmail.com'],
  ])('"%s" is %s', (line, own) => {
    expect(ownAddressIn(line)).toBe(own);
  });

  it.each([
    '',
    '@',
    'bea',
    'bea@charity',
    'bea@charity.',
    'bea@.nl',
    'bea@charity.nl@',
    'bea@@charity.nl',
    'bea charity.nl',
    'bea@charity.nl, chris@charity.nl',
    'bea@charity.nl;chris@charity.nl',
    'gmail.com',
    '@hotmail.nl',
    '@Ziggo.nl',
  ])('"%s" is no address and no domain of somebody’s own', (line) => {
    expect(ownAddressIn(line)).toBeNull();
  });
});

describe('a gift', () => {
  const own = ['bea@elders.nl', 'charity.nl'];
  it('is of the staff by the very address, or by the domain', () => {
    expect(isOwnAddress('BEA@elders.nl', own)).toBe(true);
    expect(isOwnAddress('Chris@Charity.nl', own)).toBe(true);
  });

  it('is not by a part of either, nor without an address', () => {
    expect(isOwnAddress('chris@elders.nl', own)).toBe(false);
    expect(isOwnAddress('chris@mycharity.nl', own)).toBe(false);
    expect(isOwnAddress('chris@mail.charity.nl', own)).toBe(false);
    expect(isOwnAddress('xbea@elders.nl', own)).toBe(false);
    expect(isOwnAddress(null, own)).toBe(false);
    expect(isOwnAddress('chris@charity.nl', [])).toBe(false);
  });
});
