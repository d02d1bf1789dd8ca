/** What a coordinator sets for the conversation: ready answers, topics, benefits, how donors are spoken to. One value. */
import { z } from 'zod';
import { benefitSchema } from '../benefits/benefit.ts';
import { DEFAULT_TOPICS, topicSchema } from '../follow-ups/topic.ts';
import type { Sentence } from '../language.ts';
import { ADDRESS_FORMS } from '../script/words.ts';
import { DEFAULT_OPT_IN_WORDS, LONGEST_OPT_IN_WORDS } from '../wishes.ts';
import { readyAnswerSchema } from './ready-answer.ts';

const optIn = z.string().trim().min(1).max(LONGEST_OPT_IN_WORDS);

export const MOST_ANSWERS = 200;
export const MOST_TOPICS = 12;
export const MOST_BENEFITS = 20;

export const talkSchema = z.object({
  addressForm: z.enum(ADDRESS_FORMS),
  optInWords: z.object({ nl: optIn, en: optIn }),
  topics: z.array(topicSchema).max(MOST_TOPICS),
  answers: z.array(readyAnswerSchema).max(MOST_ANSWERS),
  benefits: z.array(benefitSchema).max(MOST_BENEFITS),
});
export type Talk = z.infer<typeof talkSchema>;

export const NEW_TALK: Talk = {
  addressForm: 'formal',
  optInWords: DEFAULT_OPT_IN_WORDS,
  topics: [...DEFAULT_TOPICS],
  answers: [],
  benefits: [],
};

/** What cannot be kept, in words, by where it stands; empty when all is well. */
export function refuseTalk(talk: Talk): readonly { readonly field: string; readonly sentence: Sentence }[] {
  const parsed = talkSchema.safeParse(talk);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, code }) => ({
    field: path.join('.'),
    sentence: code === 'too_big' ? TOO_LONG : MISSING,
  }));
}

const TOO_LONG: Sentence = {
  nl: 'Dit is te lang of te veel. Maak het korter.',
  en: 'This is too long or too much. Make it shorter.',
};
const MISSING: Sentence = { nl: 'Vul dit in, of haal het weg.', en: 'Fill this in, or take it away.' };

const PARTS: readonly { readonly part: keyof Talk; readonly name: Sentence }[] = [
  { part: 'answers', name: { nl: 'Antwoorden', en: 'Answers' } },
  { part: 'topics', name: { nl: 'Onderwerpen', en: 'Topics' } },
  { part: 'benefits', name: { nl: 'Aanbod', en: 'Benefits' } },
  { part: 'addressForm', name: { nl: 'Aanspreekvorm', en: 'Form of address' } },
  { part: 'optInWords', name: { nl: 'Toestemmingstekst', en: 'Words of consent' } },
];

/** What a change was, one line each. */
export function describeTalkChanges(before: Talk, after: Talk): readonly Sentence[] {
  return PARTS.filter(({ part }) => JSON.stringify(before[part]) !== JSON.stringify(after[part])).map(({ name }) => ({
    nl: `${name.nl} veranderd.`,
    en: `${name.en} changed.`,
  }));
}
