/** What cannot be kept of a charity's texts, each in words that say what to do. */
import { sentence, type Language, type Sentence } from '../language.ts';
import { validNumberIn } from '../phone-number.ts';
import type { Charity, Story } from './charity.ts';
import { fold } from './story-for.ts';
import { unknownPlaceholders } from './placeholders.ts';

export interface CharityRefusal {
  /** Where it stands: "phone", "story.does.nl", "projects.2.name". */
  readonly field: string;
  readonly sentence: Sentence;
}

export const LONGEST = { line: 120, pictureText: 200, story: 1_200, letter: 6_000, cards: 4_000 } as const;
export const MOST_PROJECTS = 100;
export const MOST_SIGNATORIES = 8;

/** Everything that is wrong, in the order of the screen; empty when it can be kept. */
export function checkCharity(charity: Charity): readonly CharityRefusal[] {
  const { phone, signatories, projects } = charity;
  return [
    ...tooLong('name', charity.name, LONGEST.line),
    ...(phone.trim() === '' || validNumberIn(phone) !== null ? [] : [{ field: 'phone', sentence: NO_NUMBER }]),
    ...tooLong('phone', phone, LONGEST.line),
    ...tooLong('returnAddress', charity.returnAddress, LONGEST.line),
    ...many('signatories', signatories.length, MOST_SIGNATORIES),
    ...signatories.flatMap(({ name, role }, index) => [
      ...missing(`signatories.${index}.name`, name),
      ...tooLong(`signatories.${index}.name`, name, LONGEST.line),
      ...inBoth(`signatories.${index}.role`, role, LONGEST.line),
    ]),
    ...checkStory('story', charity.story),
    ...many('projects', projects.length, MOST_PROJECTS),
    ...projects.flatMap(({ name, story }, index) => [
      ...missing(`projects.${index}.name`, name),
      ...tooLong(`projects.${index}.name`, name, LONGEST.line),
      ...(projects.findIndex((other) => fold(other.name) === fold(name)) < index && fold(name) !== ''
        ? [{ field: `projects.${index}.name`, sentence: TWICE }]
        : []),
      ...checkStory(`projects.${index}.story`, story),
    ]),
    ...inBoth('letter', charity.letter, LONGEST.letter),
    ...placeholders('letter', charity.letter),
    ...inBoth('cards', charity.cards, LONGEST.cards),
    ...placeholders('cards', charity.cards),
  ];
}

const NO_NUMBER: Sentence = {
  nl: 'Dit is geen geldig telefoonnummer. Schrijf het met het netnummer: 020 123 45 67.',
  en: 'This is no valid telephone number. Write it with its area code: 020 123 45 67.',
};
const NO_NAME: Sentence = { nl: 'Vul een naam in, of haal dit weg.', en: 'Fill in a name, or take this away.' };
const TWICE: Sentence = {
  nl: 'Er is al een project met deze naam. Geef elk project één verhaal.',
  en: 'There is a project of this name already. Give each project one story.',
};

function checkStory(field: string, { does, now, pictureText }: Story): readonly CharityRefusal[] {
  return [
    ...inBoth(`${field}.does`, does, LONGEST.story),
    ...inBoth(`${field}.now`, now, LONGEST.story),
    ...inBoth(`${field}.pictureText`, pictureText, LONGEST.pictureText),
  ];
}

function missing(field: string, text: string): readonly CharityRefusal[] {
  return text.trim() === '' ? [{ field, sentence: NO_NAME }] : [];
}

function inBoth(field: string, words: Sentence, most: number): readonly CharityRefusal[] {
  return [...tooLong(`${field}.nl`, words.nl, most), ...tooLong(`${field}.en`, words.en, most)];
}

function tooLong(field: string, text: string, most: number): readonly CharityRefusal[] {
  if (text.length <= most) return [];
  const write = (language: Language): string =>
    language === 'nl'
      ? `Dit zijn ${text.length} tekens. Maak er hoogstens ${most} van.`
      : `These are ${text.length} characters. Make them ${most} at most.`;
  return [{ field, sentence: sentence(write) }];
}

function many(field: string, count: number, most: number): readonly CharityRefusal[] {
  if (count <= most) return [];
  const nl = `Dit zijn er ${count}. Er passen er ${most}.`;
  return [{ field, sentence: { nl, en: `These are ${count}. There is room for ${most}.` } }];
}

function placeholders(field: string, words: Sentence): readonly CharityRefusal[] {
  return (['nl', 'en'] as const).flatMap((language) => {
    const [first] = unknownPlaceholders(words[language]);
    return first === undefined ? [] : [{ field: `${field}.${language}`, sentence: unknownPlaceholder(first) }];
  });
}

/** The same words when it is saved and when it is printed. */
function unknownPlaceholder(typed: string): Sentence {
  return {
    nl: `${typed} is geen invulplek. Kies er een uit de lijst, of haal het weg.`,
    en: `${typed} is no placeholder. Choose one from the list, or take it away.`,
  };
}

/** What is wrong with a text that is about to be filled in; null when nothing is. */
export function troubleOfText(text: string): Sentence | null {
  const [unknown] = unknownPlaceholders(text);
  return unknown === undefined ? null : unknownPlaceholder(unknown);
}
