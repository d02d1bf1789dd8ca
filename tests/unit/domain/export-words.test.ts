/** Words of codes in an export that a donor reads; what is not known stays as it stands. */
import { expect, it } from 'vitest';
import { wordOf } from '../../../domain/privacy/export-words.ts';

it.each([
  ['programme', 'thank-you-call', 'bedanktelefoontje'],
  ['programme', 'no-answer', 'no-answer'],
  ['outcome', 'no-answer', 'Neemt niet op'],
  ['outcome', 'thank-you-call', 'thank-you-call'],
  ['outcome', 'toString', 'toString'],
  ['programme', 'constructor', 'constructor'],
  ['surname', 'no-answer', 'no-answer'],
  ['channel', 'valueOf', 'valueOf'],
])('%s %s: %s', (column, value, nl) => expect(wordOf(column, value).nl).toBe(nl));
