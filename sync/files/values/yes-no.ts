/** Yes and no, in all the ways that exports write them. */
import { notUnderstood, understood, type Reading } from './reading.ts';
import { wordsTo } from './plain-word.ts';

const toAnswer = wordsTo({
  yes: 'j ja y yes true waar t w 1 x aan on',
  no: 'n nee neen no false onwaar f 0 uit off',
});

/** An empty cell, or a dash, is a no: nobody ticked the box. */
export function readYesNo(text: string): Reading<boolean> {
  const answer = toAnswer(text);
  if (answer !== null) return understood(answer === 'yes');
  if (/^[-–—]?$/.test(text.trim())) return understood(false);
  return notUnderstood({
    nl: 'Hier hoort ja of nee te staan (J of N, 1 of 0).',
    en: 'Here yes or no should stand (Y or N, 1 or 0).',
  });
}
