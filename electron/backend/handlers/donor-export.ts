/** Everything about one donor, as PDF and as JSON. Each is in the trail before it is handed out. */
import { donorExportSchema, EXPORT_EXPLANATION, exportKey } from '../../../domain/privacy/donor-export.ts';
import { EXPORTED_TABLES } from '../../../domain/privacy/export-tables.ts';
import { reportPages } from '../../../domain/paper/report-pages.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { fullName } from '../../../domain/person-name.ts';
import { readDonorExport } from '../../../db/queries/donor-export.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { readCharityName } from '../charity/read-own-charity.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { noteExport } from '../exports.ts';
import { pdfOf } from '../paper/pdf-of.ts';
import { numberOf } from '../privacy/erase-here.ts';
import { exportSections } from '../privacy/export-lines.ts';
import { notFound } from '../refusal.ts';

async function findDonor({ store }: AskContext, donorId: number): Promise<Donor> {
  const donor = (await readDonors(store.reader, [donorId])).get(donorId);
  if (donor === undefined) throw notFound();
  return donor;
}

export const printExport: Handler<'export.paper'> = async (context, { donorId, language }) => {
  const { store, today } = context;
  const donor = await findDonor(context, donorId);
  const data = await readDonorExport(store.reader, donorId);
  const charity = await readCharityName(store.reader);
  await noteExport(context, 'everything', [donorId]);
  const title = language === 'nl' ? 'Alles wat wij van u hebben' : 'Everything that we hold about you';
  return pdfOf(
    context,
    language === 'nl' ? 'inzage' : 'access',
    (measure) => ({
      title,
      language,
      pages: reportPages(
        {
          language,
          title,
          under: [fullName(donor.details.name), `${charity}, ${writeDay(today, language, { today: '0001-01-01' })}`],
          sections: [
            {
              title: language === 'nl' ? 'Wat u hier ziet' : 'What this is',
              lines: EXPORT_EXPLANATION.map((line) => line[language]),
            },
            ...exportSections(data, language),
          ],
        },
        measure,
      ),
    }),
    new Map(),
  );
};

export const fileExport: Handler<'export.file'> = async (context, { donorId }) => {
  const { store, today, now } = context;
  const donor = await findDonor(context, donorId);
  const data = await readDonorExport(store.reader, donorId);
  const whole = donorExportSchema.parse({
    format: 'dankbel-donor',
    version: 1,
    madeAt: now(),
    charity: await readCharityName(store.reader),
    explanation: EXPORT_EXPLANATION,
    data: Object.fromEntries(EXPORTED_TABLES.map((table) => [exportKey(table, 'text'), data[table]])),
  });
  await noteExport(context, 'everything', [donorId]);
  return {
    fileName: `donateur-${asFileName(numberOf(donor))}-${today}.json`,
    json: `${JSON.stringify(whole, null, 2)}\n`,
  };
};

/** A number of the CRM can be any text; a name of a file cannot. */
function asFileName(number: string): string {
  return number.replaceAll(/[^\p{L}\p{N}-]/gu, '_').slice(0, 60);
}
