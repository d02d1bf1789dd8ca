/** Gathers what the director should know of a donor, and writes it in the language of the director. */
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { talkingPoints, thingsToAvoid } from '../../../domain/briefing/briefing.ts';
import { storyFor } from '../../../domain/charity/story-for.ts';
import { givingByYear } from '../../../domain/giving-by-year.ts';
import { totalOf } from '../../../domain/giving.ts';
import type { Language } from '../../../domain/language.ts';
import { LEVEL_NAMES, levelOn } from '../../../domain/loyalty/level.ts';
import { writeMoney } from '../../../domain/money.ts';
import type { BriefingPage } from '../../../domain/paper/briefing-page.ts';
import { fillParagraphs } from '../../../domain/paper/fill-text.ts';
import { letterValues } from '../../../domain/paper/letter-values.ts';
import { troubleOfText } from '../../../domain/charity/check-charity.ts';
import { firstNumberOf } from '../../../domain/donor-facts.ts';
import { fullName, headingName } from '../../../domain/person-name.ts';
import { writeNumber } from '../../../domain/phone-number.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { readSharedNumbers } from '../../../db/queries/donor-page.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import type { AskContext } from '../context.ts';
import type { Addressee } from '../paper/addressees.ts';
import type { Pictures } from '../paper/letter-of.ts';
import type { LetterSource } from '../post/letter-facts.ts';
import { occasionOf, viewGift } from '../views/gift-view.ts';
import { asSentence, readPast } from '../views/past-view.ts';
import { townOf } from '../views/seen-donors.ts';

export interface BriefSource {
  readonly letters: LetterSource;
  readonly pictures: Pictures;
  /** Why each donor is called today. */
  readonly reasons: ReadonlyMap<number, { readonly nl: string; readonly en: string }>;
}

const SUBJECT = { programme: 'major-call', promisedIn: null } as const;
const CAPITAL = /^\p{Ll}/u;

export async function briefOf(
  context: AskContext,
  { donor, facts }: Addressee,
  { letters, pictures, reasons }: BriefSource,
  language: Language,
): Promise<BriefingPage> {
  const { store, today, programmes } = context;
  const occasion = occasionOf(facts, today, SUBJECT, programmes);
  const { giving, gift, mandate } = occasion;
  const { name } = donor.details;
  const view = viewGift(occasion, name.gender, today, programmes);
  const story = storyFor(letters.charity, gift?.project ?? null);
  const others = await readOthers(context, facts.donorId, language);
  const level = levelOn(today, facts, giving, programmes.loyalty);
  const number = firstNumberOf(facts.phones);
  const past = (await readPast(store.reader, [facts.donorId], today)).get(facts.donorId) ?? [];
  const received = giving.gifts.filter(({ status, day }) => status === 'received' && day <= today);
  const briefing = { today, donor: facts, giving, gender: name.gender, gift, mandate, story };
  const said = { ...briefing, deceasedInHousehold: others.deceased };
  return {
    language,
    charityName: letters.charityName,
    programme: PROGRAMMES['major-call'].name[language].replace(CAPITAL, (letter) => letter.toUpperCase()),
    day: writeDay(today, language, { today, style: 'weekday' }),
    name: headingName(name, language),
    about: [
      fullName(name) === headingName(name, language) ? '' : fullName(name),
      townOf(donor),
      level === null ? '' : LEVEL_NAMES[level][language],
    ]
      .filter((part) => part !== '')
      .join(' · '),
    number: number === null ? '' : writeNumber(number),
    why: reasons.get(facts.donorId)?.[language] ?? view.why[language],
    giftLabel: view.giftLabel[language],
    giftAmount: view.giftAmount === null ? '' : writeMoney(view.giftAmount, language),
    giftText: view.giftText[language],
    story: story === null ? [] : [story.does[language], story.now[language]].filter((text) => text !== ''),
    picture: pictureOf(story?.picture ?? null, pictures),
    years: givingByYear(received, today),
    total: writeTotal(received.length, totalOf(received), language),
    past: past.map((moment) => asSentence(moment, today)[language]),
    others: others.lines,
    points: talkingPoints(said, language),
    avoid: thingsToAvoid(said, language),
    card: cardFor({ donor, facts }, letters),
  };
}

/** The first suggestion, in the donor's language; empty when the texts cannot be filled in. */
export function cardFor({ donor, facts }: Addressee, { charity, factsOf }: LetterSource): string {
  const text = charity.cards[donor.language];
  if (troubleOfText(text) !== null) return '';
  return (fillParagraphs(text, letterValues(factsOf(donor, facts, SUBJECT)))[0] ?? '').replaceAll('\n', ' ');
}

function writeTotal(count: number, total: number, language: Language): string {
  const amount = writeMoney(total, language);
  if (count === 0) return '';
  if (count === 1) return language === 'nl' ? `1 gift, van ${amount}.` : `1 gift, of ${amount}.`;
  return language === 'nl' ? `${count} giften, samen ${amount}.` : `${count} gifts, ${amount} together.`;
}

function pictureOf(id: string | null, pictures: Pictures): BriefingPage['picture'] {
  const picture = id === null ? undefined : pictures.get(id);
  return picture === undefined ? null : { picture: picture.id, width: picture.width, height: picture.height };
}

/** Who shares a number with the donor. Of who died only the page's warning speaks. */
async function readOthers(
  { store }: AskContext,
  donorId: number,
  language: Language,
): Promise<{ readonly lines: readonly string[]; readonly deceased: readonly string[] }> {
  const shared = await readSharedNumbers(store.reader, donorId);
  const donors = await readDonors(
    store.reader,
    shared.map(({ donor_id }) => donor_id),
  );
  const all = [...donors.values()];
  const same = language === 'nl' ? 'zelfde nummer' : 'same number';
  return {
    lines: all.filter(({ isDeceased }) => !isDeceased).map(({ details }) => `${fullName(details.name)}, ${same}`),
    deceased: all.filter(({ isDeceased }) => isDeceased).map(({ details }) => fullName(details.name)),
  };
}
