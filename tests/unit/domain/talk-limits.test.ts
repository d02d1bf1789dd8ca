/** How much a coordinator may write for the conversation: the last that is kept, and the first that is refused. */
import { describe, expect, it } from 'vitest';
import { benefitSchema, OFFERED_AGAIN_AFTER_DAYS } from '../../../domain/benefits/benefit.ts';
import { PRACTICE_TALK } from '../../../domain/talk/practice-talk.ts';
import { inLanguage, searchAnswers, type ReadyAnswer } from '../../../domain/talk/ready-answer.ts';
import { describeTalkChanges, NEW_TALK, refuseTalk, type Talk } from '../../../domain/talk/talk.ts';

const answer = (id: string, question: string, words: string): ReadyAnswer => ({
  id,
  question: { nl: question, en: '' },
  answer: { nl: words, en: '' },
});
const topic = { id: 'a', name: { nl: 'x', en: 'x' }, person: '', days: null };
const benefit = { id: 'a', name: 'x', words: '', levels: ['loyal' as const], isOn: true };
const text = (length: number): string => 'x'.repeat(length);
const many = <Item>(item: Item, count: number): Item[] => Array.from({ length: count }, () => item);
const TOO_MUCH = 'Dit is te lang of te veel. Maak het korter.';
const MISSING = 'Vul dit in, of haal het weg.';

describe('the settings of the conversation', () => {
  it.each<[string, Partial<Talk>, Partial<Talk>, string, string]>([
    ['12 topics', { topics: many(topic, 12) }, { topics: many(topic, 13) }, 'topics', TOO_MUCH],
    [
      '200 answers',
      { answers: many(answer('a', 'x', 'y'), 200) },
      { answers: many(answer('a', 'x', 'y'), 201) },
      'answers',
      TOO_MUCH,
    ],
    ['20 benefits', { benefits: many(benefit, 20) }, { benefits: many(benefit, 21) }, 'benefits', TOO_MUCH],
    [
      'words of consent of 400 characters',
      { optInWords: { nl: text(400), en: 'x' } },
      { optInWords: { nl: text(401), en: 'x' } },
      'optInWords.nl',
      TOO_MUCH,
    ],
    [
      'words of consent at all',
      { optInWords: { nl: 'x', en: 'x' } },
      { optInWords: { nl: 'x', en: ' ' } },
      'optInWords.en',
      MISSING,
    ],
    [
      'a question of 200 characters',
      { answers: [answer('a', text(200), 'y')] },
      { answers: [answer('a', text(201), 'y')] },
      'answers.0.question.nl',
      TOO_MUCH,
    ],
    [
      'an answer of 1,200 characters',
      { answers: [answer('a', 'x', text(1_200))] },
      { answers: [answer('a', 'x', text(1_201))] },
      'answers.0.answer.nl',
      TOO_MUCH,
    ],
    [
      'an id of an answer',
      { answers: [answer('a', '', '')] },
      { answers: [answer('', '', '')] },
      'answers.0.id',
      MISSING,
    ],
    [
      'an id of an answer of 40 characters',
      { answers: [answer(text(40), '', '')] },
      { answers: [answer(text(41), '', '')] },
      'answers.0.id',
      TOO_MUCH,
    ],
  ])('hold %s, and no more or less', (_, kept, refused, field, sentence) => {
    expect(refuseTalk({ ...NEW_TALK, ...kept })).toEqual([]);
    const found = refuseTalk({ ...NEW_TALK, ...refused }).map((each) => [each.field, each.sentence.nl]);
    expect(found).toEqual([[field, sentence]]);
  });

  it('say of each part that it was changed', () => {
    expect(describeTalkChanges(NEW_TALK, PRACTICE_TALK).map(({ en }) => en)).toEqual([
      'Answers changed.',
      'Topics changed.',
      'Benefits changed.',
    ]);
    expect(describeTalkChanges(NEW_TALK, NEW_TALK)).toEqual([]);
  });

  it('of practice offer everything that they hold', () => {
    expect(PRACTICE_TALK.benefits.map(({ id, isOn }) => [id, isOn])).toEqual([
      ['lesson', true],
      ['say', true],
      ['stories', true],
    ]);
  });

  it('of practice have one person for questions about money, and a coordinator for all others', () => {
    expect(PRACTICE_TALK.topics.map(({ id, person }) => [id, person])).toEqual([
      ['money', 'Ineke Bos'],
      ['mail', ''],
      ['projects', ''],
      ['contact', ''],
    ]);
  });
});

describe('a benefit', () => {
  const isKept = (change: object): boolean => benefitSchema.safeParse({ ...benefit, ...change }).success;

  it.each([
    ['a name of 80 characters', { name: text(80) }, { name: text(81) }],
    ['a name at all', { name: 'x' }, { name: ' ' }],
    ['words of 400 characters', { words: text(400) }, { words: text(401) }],
    ['an id', { id: 'x' }, { id: '' }],
    ['an id of 40 characters', { id: text(40) }, { id: text(41) }],
    ['a level', { levels: ['loyal'] }, { levels: [] }],
  ])('has %s, and no more or less', (_, kept, refused) => {
    expect(isKept(kept)).toBe(true);
    expect(isKept(refused)).toBe(false);
  });

  it('is not offered again within a year', () => {
    expect(OFFERED_AGAIN_AFTER_DAYS).toBe(365);
  });
});

describe('ready answers', () => {
  const answers = [
    answer('first', 'Waar blijft het geld?', 'Bij de kinderen.'),
    answer('second', 'Hoe oud zijn de kinderen?', 'Zes, en hun geld is op.'),
    answer('third', 'Kinderen en geld?', ''),
  ];
  const found = (typed: string): readonly string[] => searchAnswers(answers, typed).map(({ id }) => id);

  it('come in the order of how many of the words are in the question, then in the coordinator’s', () => {
    expect(found('geld kinderen')).toEqual(['third', 'first', 'second']);
    expect(found('kinderen')).toEqual(['second', 'third', 'first']);
  });

  it('need every word', () => {
    expect(found('geld boot')).toEqual([]);
  });

  it('are said in the language that there is', () => {
    expect(inLanguage({ nl: '', en: 'Yes' }, 'nl')).toBe('Yes');
    expect(inLanguage({ nl: '', en: '' }, 'en')).toBe('');
  });
});
