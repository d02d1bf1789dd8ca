/** Erasing a donor: what would happen, doing it, and the certificates. */
import { certificateOf, outboxLines, removedLines, STATE_SENTENCES } from '../../../domain/privacy/certificate.ts';
import { ERASURE_GROUNDS, GROUND_NAMES, NOT_REACHED, whatStays } from '../../../domain/privacy/erasure.ts';
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence } from '../../../domain/language.ts';
import { reportPages } from '../../../domain/paper/report-pages.ts';
import { headingName } from '../../../domain/person-name.ts';
import { reportOf } from '../../../db/erasure/erase-donors.ts';
import { findErased } from '../../../db/erasure/tombstones.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { liftErasure, readErasures, type Erasure } from '../../../db/queries/erasures.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readCharityName } from '../charity/read-own-charity.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { noteExport } from '../exports.ts';
import { pdfOf } from '../paper/pdf-of.ts';
import { eraseHere, numberOf, whyNotNow } from '../privacy/erase-here.ts';
import { notFound, Refusal } from '../refusal.ts';

export const previewErasure: Handler<'erasure.preview'> = async ({ store }, { donorId }) => {
  const donor = (await readDonors(store.reader, [donorId])).get(donorId);
  if (donor === undefined) throw notFound();
  const report = await reportOf(store.reader, donorId);
  return {
    donorId,
    name: donor.isOutside ? null : sentence((language) => headingName(donor.details.name, language)),
    number: numberOf(donor),
    sections: [
      { title: { nl: 'Wat wordt gewist', en: 'What is erased' }, lines: [...removedLines(report)] },
      {
        title: { nl: 'Wat nog te versturen is', en: 'What is still to be sent' },
        lines: [...outboxLines(report)],
      },
      { title: { nl: 'Wat blijft, en waarom', en: 'What stays, and why' }, lines: [...whatStays(report)] },
      { title: { nl: 'Wat je zelf nog doet', en: 'What is left to you' }, lines: [...NOT_REACHED] },
    ],
    blocked: await whyNotNow(store.reader, donor),
    grounds: ERASURE_GROUNDS.map((id) => ({ id, name: GROUND_NAMES[id] })),
  };
};

export const erase: Handler<'erasure.erase'> = async (context, input) => ({
  erasureId: await eraseHere(context, input),
});

export const listErasures: Handler<'erasure.list'> = async ({ store, today }) => ({
  erasures: (await readErasures(store.reader)).map(({ id, at, by, ground, state, liftedAt }) => ({
    erasureId: id,
    atText: sentence((language) => writeDay(dayOfInstant(at), language, { today })),
    by,
    ground: GROUND_NAMES[ground],
    state,
    stateText: STATE_SENTENCES[state],
    isLifted: liftedAt !== null,
  })),
});

async function findErasure({ store }: AskContext, erasureId: string): Promise<Erasure> {
  const erasure = (await readErasures(store.reader)).find(({ id }) => id === erasureId);
  if (erasure === undefined) throw notFound();
  return erasure;
}

export const getCertificate: Handler<'erasure.certificate'> = async (context, { erasureId }) => {
  const erasure = await findErasure(context, erasureId);
  return {
    erasureId,
    sections: certificateOf(erasure).map(({ title, lines }) => ({ title, lines: [...lines] })),
    canLift: erasure.state === 'finished' && erasure.liftedAt === null,
  };
};

export const printCertificate: Handler<'erasure.paper'> = async (context, { erasureId, language }) => {
  const erasure = await findErasure(context, erasureId);
  await noteExport(context, 'certificate', []);
  const charity = await readCharityName(context.store.reader);
  const title = language === 'nl' ? 'Certificaat van wissing' : 'Certificate of erasure';
  return pdfOf(
    context,
    language === 'nl' ? 'wissing' : 'erasure',
    (measure) => ({
      title,
      language,
      pages: reportPages(
        {
          language,
          title,
          under: [charity],
          sections: certificateOf(erasure).map((section) => ({
            title: section.title[language],
            lines: section.lines.map((line) => line[language]),
          })),
          signature: language === 'nl' ? 'Naam, datum en handtekening' : 'Name, date and signature',
        },
        measure,
      ),
    }),
    new Map(),
  );
};

export const findErasureOf: Handler<'erasure.find'> = async ({ store }, { number }) => {
  const contact = /^\d+$/.test(number) ? await findErased(store.reader, 'contact', [Number(number)]) : new Map();
  const own = await findErased(store.reader, 'number', [number]);
  const [erasureId = null] = [...contact.values(), ...own.values()] as readonly string[];
  return { erasureId };
};

export const lift: Handler<'erasure.lift'> = async ({ store, person, now, sync }, { erasureId }) => {
  await store.write(async (writer) => {
    const at = now();
    if (!(await liftErasure(writer, { id: erasureId, at, personId: person.id }))) throw cannotLift();
    await noteAudit(writer, { at, personId: person.id, action: 'erasure-lifted', subject: erasureId });
  });
  sync.changed();
  return {};
};

function cannotLift(): Refusal {
  return new Refusal('refused', {
    nl: 'Deze wissing is nog bezig, of is al opgeheven. Er is niets veranderd.',
    en: 'This erasure is still going on, or was lifted already. Nothing was changed.',
  });
}
