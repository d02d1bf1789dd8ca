/**
 * What does not belong in a note: the special categories of AVG art. 9, convictions (art. 10), and numbers that are worth
 * stealing (rules-nl.md P5). It names what was seen and asks for a second look; nothing is refused, and nothing is sent
 * anywhere. Words that mean something else as often as not ("kerk" in an address) count only with others beside them.
 */
import { isValidIBAN } from 'ibantools';

export const SPECIAL_CATEGORIES = [
  'bsn',
  'account',
  'health',
  'religion',
  'politics',
  'union',
  'origin',
  'sexuality',
  'conviction',
] as const;
export type SpecialCategory = (typeof SPECIAL_CATEGORIES)[number];

export interface Seen {
  readonly category: SpecialCategory;
  /** As it was typed; a number without its spaces. */
  readonly words: string;
}

/**
 * Whole words, in Dutch and in English. With `-` at the end: whatever follows. Several words count when they stand beside
 * each other, with a space or a hyphen between them.
 */
const WORDS: Readonly<Record<Exclude<SpecialCategory, 'bsn' | 'account'>, string>> = {
  health: `
    ziek, ziekte, ziektes, ziekenhuis, ernstig ziek, chronisch ziek, kanker, borstkanker, tumor-, chemo-,
    bestraling-, uitgezaaid, uitzaaiing-, diabetes, suikerziekte, dement-, alzheimer, parkinson, depressi-,
    depressief, burn-out, burnout, overspannen, geopereerd, operatie, diagnose, psychiat-, psycholo-, psychose,
    psychotisch, verslaafd, verslaving, zwanger, zwangerschap, miskraam, hiv, beroerte, herseninfarct,
    hersenbloeding, hartinfarct, hartaanval, hartpatiënt, hartfalen, longziekte, copd, astma, reuma, epilepsie,
    autis-, adhd, gehandicapt, handicap, rolstoel, terminaal, palliatief, euthanasie, hospice, medicijn-,
    medicatie, revalidatie, revalideert, thuiszorg, verpleeghuis, suïcid-, zelfmoord, illness, hospital, cancer,
    chemotherapy, dementia, pregnant, miscarriage, surgery, diagnos-, stroke, heart attack, depression,
    depressed, addicted, addiction, disabled, disability, wheelchair, terminally ill, seriously ill, is ill,
    was ill, medication, suicid-
  `,
  religion: `
    gelovig, gelovige, geloof, kerkelijk, naar de kerk, lid van de kerk, kerkgang-, kerkdienst, moskee, synagoge,
    katholiek, katholieke, protestant, protestants, gereformeerd-, hervormd-, moslim, moslima, moslims, islam,
    islamitisch-, ramadan, joods, joodse, christen, christelijk-, hindoe, hindoeïs-, boeddhis-, jehova-, atheïst,
    atheïs-, evangelisch-, bekeerd, bidt, dominee, church, mosque, synagogue, muslim, jewish, catholic,
    protestant, a christian, hindu, buddhist, religio-, atheist, prays
  `,
  politics: `
    stemt op, stemde op, stem op, politiek actief, politieke voorkeur, politieke partij, partijlid,
    gemeenteraadslid, pvv, vvd, cda, pvda, groenlinks, d66, bbb, fvd, denk-stemmer, sp-lid, votes for, voted for,
    political party, politically active, party member
  `,
  union: `
    vakbond, vakbondslid, fnv, cnv, trade union, union member
  `,
  origin: `
    allochtoon, allochtone, huidskleur, donkere huid, zigeuner, zigeuners, etniciteit, etnisch, van turkse afkomst,
    van marokkaanse afkomst, van surinaamse afkomst, turkse komaf, marokkaanse komaf, surinaamse komaf,
    buitenlandse afkomst, skin colour, skin color, ethnicity, ethnic origin
  `,
  sexuality: `
    homo, homoseksueel, homofiel, lesbisch, lesbienne, biseksueel, transgender, geaardheid, seksuele-, gay,
    lesbian, bisexual, sexual orientation
  `,
  conviction: `
    strafblad, veroordeeld, gevangenis, celstraf, taakstraf, in detentie, gedetineerd, ex-gedetineerde,
    criminal record, convicted, in prison, imprisoned
  `,
};

interface Phrase {
  readonly category: SpecialCategory;
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly isBeginning: boolean;
}

const PHRASES: readonly Phrase[] = Object.entries(WORDS).flatMap(([category, list]) =>
  list.split(',').map((text) => {
    const isBeginning = text.trim().endsWith('-');
    const words = text.split(/[\s-]/).filter((word) => word !== '');
    return { category: category as SpecialCategory, words, isBeginning };
  }),
);

/** By the first letters of their first word, so that each word of a text is held against few. */
const FIRST_LETTERS = 2;
const BY_FIRST = Map.groupBy(PHRASES, ({ words }) => (words[0] ?? '').slice(0, FIRST_LETTERS));

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }));
}

/** The first thing of each category that is in a text, numbers first. */
export function specialIn(text: string): readonly Seen[] {
  const bsn = bsnIn(text);
  const account = accountIn(text);
  const seen = new Map<SpecialCategory, Seen>();
  const tokens = tokensOf(text);
  for (const [at, token] of tokens.entries()) {
    for (const phrase of BY_FIRST.get(token.word.slice(0, FIRST_LETTERS)) ?? []) {
      const last = tokens[at + phrase.words.length - 1];
      if (last === undefined || seen.has(phrase.category) || !stands(phrase, tokens, at)) continue;
      seen.set(phrase.category, { category: phrase.category, words: text.slice(token.from, last.to) });
    }
  }
  return [
    ...(bsn === null ? [] : [{ category: 'bsn', words: bsn } as const]),
    ...(account === null ? [] : [{ category: 'account', words: account } as const]),
    ...SPECIAL_CATEGORIES.flatMap((category) => seen.get(category) ?? []),
  ];
}

function stands({ words, isBeginning }: Phrase, tokens: readonly Token[], at: number): boolean {
  return words.every((word, index) => {
    const found = tokens[at + index]?.word ?? '';
    return isBeginning && index === words.length - 1 ? found.startsWith(word) : found === word;
  });
}

/** Numbers as they are typed, with what stands before them. */
function runsOf(text: string): readonly { readonly before: string; readonly groups: readonly string[] }[] {
  return Array.from(text.matchAll(/\d[\d .-]*/gu), ({ 0: run, index }) => ({
    before: text.slice(0, index).trimEnd().slice(-1),
    groups: run.split(/[ .-]/).filter((group) => group !== ''),
  }));
}

/** Groups of digits beside each other that are so many together, as they would be typed. */
function* together(groups: readonly string[], least: number, most: number): Generator<string> {
  for (let from = 0; from < groups.length; from += 1) {
    let digits = '';
    for (let to = from; to < groups.length && digits.length < most; to += 1) {
      digits += groups[to] ?? '';
      if (digits.length >= least && digits.length <= most) yield digits;
    }
  }
}

/**
 * Nine digits that pass the test of eleven. What begins with a 0 or a + is a telephone number, and so is one that was
 * typed without its 0 and begins with a 6; behind a euro sign it is an amount.
 */
function bsnIn(text: string): string | null {
  for (const { before, groups } of runsOf(text)) {
    if (before === '+' || before === '€' || (groups[0] ?? '').startsWith('0')) continue;
    for (const digits of together(groups, 9, 9)) if (!digits.startsWith('6') && passesEleven(digits)) return digits;
  }
  return null;
}

function passesEleven(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

const SHORTEST_IBAN = 15;
const LONGEST_IBAN = 34;
const IBAN_BEGINS = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}/giu;
const CARD_LENGTHS = [15, 19] as const;

/** An account number, or the number of a card. */
function accountIn(text: string): string | null {
  for (const { index } of text.matchAll(IBAN_BEGINS)) {
    const compact = text.slice(index, index + LONGEST_IBAN * 2).replaceAll(/[^\dA-Z]/gi, '');
    for (let length = SHORTEST_IBAN; length <= LONGEST_IBAN; length += 1) {
      const iban = compact.slice(0, length).toUpperCase();
      if (isValidIBAN(iban)) return iban;
    }
  }
  for (const { groups } of runsOf(text)) {
    for (const digits of together(groups, ...CARD_LENGTHS)) if (isCard(digits)) return digits;
  }
  return null;
}

/** The test of Luhn. */
function isCard(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .toReversed()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}
