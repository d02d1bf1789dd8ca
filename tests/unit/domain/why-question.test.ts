import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../../domain/search/why-question.ts';

describe('a question in the search box', () => {
  it.each([
    ['Waarom staat mevrouw Van der Knaap niet op mijn lijst?', 'Van der Knaap'],
    ['waarom staat Knaap vandaag niet op de bellijst', 'Knaap'],
    ['Waarom staat NIEUW-0036 op de lijst?', 'NIEUW-0036'],
    ['waarom zit 06 12 34 56 78 niet in onze lijst', '06 12 34 56 78'],
    ['Why is Mrs Knaap not on my list?', 'Knaap'],
    ['why is 8031 XD 41 on the call list', '8031 XD 41'],
    ['Why isn’t Knaap on our calling list today?', 'Knaap'],
  ])('%s is about %s', (text, subject) => expect(subjectOf(text)).toBe(subject));

  it.each(['Knaap', 'waarom', 'mevrouw Why', 'Why van der Lijst'])('"%s" is no question, and stays', (text) =>
    expect(subjectOf(text)).toBe(text),
  );
});
