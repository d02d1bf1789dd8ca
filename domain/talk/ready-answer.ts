/** Ready answers: what a donor may ask, and what the caller can say. Set by the coordinator, searched while talking. */
import { z } from 'zod';
import type { Language } from '../language.ts';

export const LONGEST_QUESTION = 200;
export const LONGEST_ANSWER = 1_200;

const words = (longest: number) => z.object({ nl: z.string().trim().max(longest), en: z.string().trim().max(longest) });

export const readyAnswerSchema = z.object({
  id: z.string().min(1).max(40),
  question: words(LONGEST_QUESTION),
  answer: words(LONGEST_ANSWER),
});
export type ReadyAnswer = z.infer<typeof readyAnswerSchema>;

/** As it is said: written in one language only, it is that in both. */
export function inLanguage(words: ReadyAnswer['question'], language: Language): string {
  return words[language] || words.nl || words.en;
}

/** Small letters without accents, so that "een" finds "één". */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * Answers in which every typed word stands, in any language; those with the words in the question come first, else in
 * the coordinator's order. Nothing typed finds all.
 */
export function searchAnswers(answers: readonly ReadyAnswer[], typed: string): readonly ReadyAnswer[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const scored = answers.map((answer) => {
    const question = fold(`${answer.question.nl} ${answer.question.en}`);
    const whole = `${question} ${fold(`${answer.answer.nl} ${answer.answer.en}`)}`;
    const isFound = wanted.every((word) => whole.includes(word));
    return { answer, score: isFound ? wanted.filter((word) => question.includes(word)).length : -1 };
  });
  return scored
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ answer }) => answer);
}
