/** What a donor wishes to hear by which channel, and consent to e-mail, as they were said in a call. */
import type { CallView } from '../../../contract/procedures/call.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence, type Language, type Sentence } from '../../../domain/language.ts';
import type { CallOperation } from '../../../domain/operation.ts';
import { WISH_ABOUTS, WISH_NAMES } from '../../../domain/wishes.ts';
import type { CallItem } from '../../../db/queries/calls.ts';
import { findOptIn, findOptInOf, readWishes, readWishesOf } from '../../../db/queries/wishes.ts';
import type { Reader } from '../../../db/store.ts';
import type { AskContext } from '../context.ts';
import { readTalk } from '../talk/read-talk.ts';

/** The newest wish of a call holds; the one before it keeps its row. Null takes back what was said in this call. */
export async function setWish(
  { store, now, person }: AskContext,
  item: CallItem,
  { about, channel }: Pick<ParsedInputOf<'call.setWish'>, 'about' | 'channel'>,
): Promise<void> {
  const at = now();
  await store.write(async ({ transaction }) => {
    await transaction
      .updateTable('contact_wish')
      .set({ undone_at: at })
      .where('call_item_id', '=', item.id)
      .where('about', '=', about)
      .where('undone_at', 'is', null)
      .execute();
    if (channel === null) return;
    const of = { donor_id: item.donor_id, call_item_id: item.id, person_id: person.id, at };
    await transaction
      .insertInto('contact_wish')
      .values({ ...of, about, channel })
      .execute();
  });
}

/** Consent to e-mail, or that it was not given, with the words that were read in the donor's language. */
export async function setEmailOptIn(
  { store, now, person, today }: AskContext,
  item: CallItem,
  isGiven: boolean | null,
  language: Language,
): Promise<void> {
  const at = now();
  const read = (await readTalk(store.reader)).optInWords[language];
  await store.write(async ({ transaction }) => {
    await transaction
      .updateTable('email_opt_in')
      .set({ undone_at: at })
      .where('call_item_id', '=', item.id)
      .where('undone_at', 'is', null)
      .execute();
    if (isGiven === null) return;
    const of = { donor_id: item.donor_id, call_item_id: item.id, person_id: person.id, at };
    await transaction
      .insertInto('email_opt_in')
      .values({ ...of, is_given: isGiven ? 1 : 0, words: read, day: today })
      .execute();
  });
}

export async function viewWishes(
  { store: { reader }, today }: AskContext,
  item: CallItem,
  { language, doesNotWantEmail }: { readonly language: Language; readonly doesNotWantEmail: boolean },
): Promise<Pick<CallView, 'wishes' | 'emailOptIn'>> {
  const standing = await readWishes(reader, item.donor_id);
  const optIn = await findOptIn(reader, item.donor_id);
  const isOfThisCall = optIn?.call_item_id === item.id;
  return {
    wishes: WISH_ABOUTS.map((about) => ({
      about,
      name: WISH_NAMES[about],
      channel: standing.get(about)?.channel ?? null,
      isOfThisCall: standing.get(about)?.call_item_id === item.id,
    })),
    emailOptIn: {
      words: (await readTalk(reader)).optInWords[language],
      isGiven: optIn === null ? null : optIn.is_given === 1,
      isOfThisCall,
      known:
        optIn === null || isOfThisCall
          ? null
          : writeKnown(optIn.is_given === 1, (screen) => writeDay(optIn.day, screen, { today })),
      isBlocked: doesNotWantEmail,
    },
  };
}

function writeKnown(isGiven: boolean, on: (language: Language) => string): Sentence {
  return sentence((language) => {
    if (language === 'nl') return `${isGiven ? 'Gaf toestemming' : 'Gaf geen toestemming'} op ${on('nl')}.`;
    return `${isGiven ? 'Consented' : 'Did not consent'} on ${on('en')}.`;
  });
}

/** What the call carries to the CRM. */
export async function wishesToSend(
  reader: Reader,
  item: CallItem,
  by: string,
): Promise<Pick<CallOperation, 'wishes' | 'emailOptIn'>> {
  const wishes = await readWishesOf(reader, item.id);
  const optIn = await findOptInOf(reader, item.id);
  return {
    ...(wishes.length === 0 ? {} : { wishes: wishes.map(({ about, channel }) => ({ about, channel })) }),
    ...(optIn === null
      ? {}
      : { emailOptIn: { isGiven: optIn.is_given === 1, words: optIn.words, day: optIn.day, by } }),
  };
}
