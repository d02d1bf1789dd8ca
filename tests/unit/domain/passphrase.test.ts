/** A passphrase is long and not one letter over and over. */
import { expect, it } from 'vitest';
import { refusalOfPassphrase } from '../../../domain/people/passphrase.ts';

it.each([
  ['abcdefabcdef', true],
  ['abcdefabcde', false],
  ['   abcdefabcde   ', false],
  ['abcdeabcdeabcde', false],
  ['AaBbCcDdEeAaBb', false],
  ['a b c d e a b c d e', false],
  ['vier losse woorden hier', true],
  ['', false],
])('%j is taken: %s', (passphrase, isTaken) => {
  const refusal = refusalOfPassphrase(passphrase);
  expect(refusal === null).toBe(isTaken);
  expect(refusal?.nl ?? '12 tekens').toContain('12 tekens');
});
