/** A note is looked at for what does not belong in it (P5), without shouting at every word. */
import { expect, it } from 'vitest';
import { isSensitive } from '../../../domain/sensitive-words.ts';

it.each([
  'Ligt in het ziekenhuis, bel later',
  'Haar man heeft kanker',
  'Gaat elke zondag naar de kerk',
  'Stemt op de VVD',
  'Moslima, viert de ramadan; moslimgemeente',
  'Is in hospital',
])('asks for a second look at "%s"', (text) => {
  expect(isSensitive(text)).toBe(true);
});

it.each([
  '',
  'Haar kleinzoon leerde vorig jaar zwemmen.',
  'Woont aan de Kerkstraat, niet aan de Kerkweg',
  'Vindt de brieven te lang',
  'Wil in december gebeld worden',
])('leaves "%s" alone', (text) => {
  expect(isSensitive(text)).toBe(false);
});
