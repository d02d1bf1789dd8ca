/** The currency of an amount: money is counted in euro cents, so it must be the euro. */
import { soleWord } from './plain-word.ts';
import { notUnderstood, understood, type Reading } from './reading.ts';

const EURO = new Set(['', 'eur', 'euro', 'euros']);

/** An empty cell is taken for the euro. */
export function readCurrency(text: string): Reading<'EUR'> {
  const word = text.trim() === '€' ? 'eur' : soleWord(text);
  if (word !== null && EURO.has(word)) return understood('EUR');
  return notUnderstood({
    nl: 'Alleen bedragen in euro’s worden gelezen.',
    en: 'Only amounts in euros are read.',
  });
}
