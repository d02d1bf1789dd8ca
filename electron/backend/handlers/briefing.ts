/** The director's briefings of today: on the screen, as PDF, and a card to remember. */
import { addDays } from '../../../domain/calendar/day.ts';
import { ofLane } from '../../../domain/call-list/call-list.ts';
import { sentence } from '../../../domain/language.ts';
import { briefingPage } from '../../../domain/paper/briefing-page.ts';
import { fullName, headingName } from '../../../domain/person-name.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { addCardReminder, hasCardReminder } from '../../../db/queries/card-reminders.ts';
import { briefOf, cardFor, type BriefSource } from '../briefing/brief.ts';
import { readCallList } from '../calls/current-list.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { requireAccess } from '../donor/access.ts';
import { noteExport } from '../exports.ts';
import { readAddressees } from '../paper/addressees.ts';
import { readPicturesOf } from '../paper/letter-of.ts';
import { pagesOf, pdfOf } from '../paper/pdf-of.ts';
import { notFound } from '../refusal.ts';
import { letterSource } from '../post/letter-facts.ts';
import { townOf } from '../views/seen-donors.ts';

export const listBriefings: Handler<'briefing.list'> = async (context) => {
  const { items } = ofLane(await readCallList(context), 'director');
  const donors = await readDonors(
    context.store.reader,
    items.map(({ donorId }) => donorId),
  );
  return {
    day: context.today,
    donors: items.flatMap(({ donorId, match }) => {
      const donor = donors.get(donorId);
      if (donor === undefined) return [];
      const name = sentence((language) => headingName(donor.details.name, language));
      return [{ donorId, name, town: townOf(donor), reason: match.reason }];
    }),
  };
};

async function briefSource(context: AskContext): Promise<BriefSource> {
  const letters = await letterSource(context);
  const { items } = ofLane(await readCallList(context), 'director');
  return {
    letters,
    pictures: await readPicturesOf(context.store.reader, letters.charity),
    reasons: new Map(items.map(({ donorId, match }) => [donorId, match.reason])),
  };
}

export const getBriefing: Handler<'briefing.page'> = async (context, { donorId, language }) => {
  await requireAccess(context, donorId);
  const [addressee] = await readAddressees(context, [donorId]);
  if (addressee === undefined) throw notFound();
  const source = await briefSource(context);
  const brief = await briefOf(context, addressee, source, language);
  const pages = await pagesOf((measure) => ({
    title: brief.name,
    language,
    pages: [briefingPage(brief, measure)],
  }));
  const [page] = pages;
  if (page === undefined) throw notFound();
  return {
    page,
    name: sentence((each) => headingName(addressee.donor.details.name, each)),
    card: cardFor(addressee, source.letters),
    hasCardReminder: await hasCardReminder(context.store.reader, donorId),
  };
};

export const printBriefings: Handler<'briefing.print'> = async (context, { donorIds, language }) => {
  for (const donorId of donorIds) await requireAccess(context, donorId);
  const addressees = await readAddressees(context, donorIds);
  await noteExport(context, 'briefing', donorIds);
  const source = await briefSource(context);
  const briefs = await Promise.all(addressees.map((each) => briefOf(context, each, source, language)));
  const title = language === 'nl' ? `Directietelefoontjes ${context.today}` : `Calls by the director ${context.today}`;
  const name = language === 'nl' ? 'directie' : 'director';
  return pdfOf(
    context,
    name,
    (measure) => ({ title, language, pages: briefs.map((brief) => briefingPage(brief, measure)) }),
    source.pictures,
  );
};

export const rememberCard: Handler<'briefing.rememberCard'> = async (context, { donorId }) => {
  await requireAccess(context, donorId);
  const { store, person, today, now } = context;
  const donor = (await readDonors(store.reader, [donorId])).get(donorId);
  if (donor === undefined) throw notFound();
  const text = `Kaart schrijven aan ${fullName(donor.details.name)}`;
  await store.write((writer) =>
    addCardReminder(writer, { donorId, person, text, at: now(), dueDay: addDays(today, 1) }),
  );
  return {};
};
