/** Letters and labels as PDF, and as they look. */
import type { PaperDocument } from '../../../domain/paper/page.ts';
import { letterPages } from '../../../domain/paper/letter-page.ts';
import { labelPages } from '../../../domain/paper/label-sheets.ts';
import { EXAMPLE_LETTER } from '../../../domain/paper/example-donor.ts';
import { storyFor } from '../../../domain/charity/story-for.ts';
import { readNameInCrm } from '../charity/read-own-charity.ts';
import type { Handler } from '../dispatcher.ts';
import { noteExport } from '../exports.ts';
import { readAddressees } from '../paper/addressees.ts';
import { letterOf, readPicturesOf } from '../paper/letter-of.ts';
import { pagesOf, pdfOf } from '../paper/pdf-of.ts';
import { envelopeOf } from '../post/envelope.ts';
import { letterSource } from '../post/letter-facts.ts';

export const printLetters: Handler<'paper.letters'> = async (context, { donorIds }) => {
  const { store, today } = context;
  const addressees = await readAddressees(context, donorIds);
  await noteExport(context, 'letters', donorIds);
  const { charity, charityName, factsOf } = await letterSource(context);
  const pictures = await readPicturesOf(store.reader, charity);
  const letters = addressees.map(({ donor, facts }) =>
    letterOf(charity, factsOf(donor, facts), envelopeOf(donor), pictures),
  );
  const title = `${charityName}: brieven ${today}`;
  return pdfOf(
    context,
    'brieven',
    (measure): PaperDocument => ({
      title,
      language: 'nl',
      pages: letters.flatMap((letter) => letterPages(letter, measure)),
    }),
    pictures,
  );
};

export const printLabels: Handler<'paper.labels'> = async (context, { donorIds, format, used }) => {
  const addressees = await readAddressees(context, donorIds);
  await noteExport(context, 'labels', donorIds);
  const addresses = addressees.map(({ donor }) => envelopeOf(donor));
  return pdfOf(
    context,
    'etiketten',
    (measure) => ({
      title: `Etiketten ${context.today}`,
      language: 'nl',
      pages: labelPages(addresses, format, { used, language: 'nl', measure }),
    }),
    new Map(),
  );
};

export const getLetter: Handler<'paper.letter'> = async (context, { donorId }) => {
  const [addressee] = await readAddressees(context, [donorId]);
  const { charity, charityName, factsOf } = await letterSource(context);
  const pictures = await readPicturesOf(context.store.reader, charity);
  if (addressee === undefined) return { pages: [] };
  const { donor, facts } = addressee;
  const letter = letterOf(charity, factsOf(donor, facts), envelopeOf(donor), pictures);
  return { pages: await pagesOfLetter(letter, charityName) };
};

export const getDraft: Handler<'paper.draft'> = async ({ store, today }, { content, language }) => {
  const charityName = content.name.trim() || (await readNameInCrm(store.reader));
  const pictures = await readPicturesOf(store.reader, content);
  const { name, gift, address } = EXAMPLE_LETTER;
  const facts = {
    name,
    language,
    gift,
    mandate: null,
    story: storyFor(content, null),
    charityName,
    phone: content.phone,
    today,
  };
  return { pages: await pagesOfLetter(letterOf(content, facts, address, pictures), charityName) };
};

async function pagesOfLetter(letter: Parameters<typeof letterPages>[0], title: string): ReturnType<typeof pagesOf> {
  return pagesOf((measure) => ({ title, language: letter.language, pages: letterPages(letter, measure) }));
}
