/**
 * Everything that a workstation holds about one donor (AVG art. 15 and 20): which tables, under which names, in words
 * that a donor understands. A table that refers to a donor and is neither here nor left out with a reason makes a test
 * fail.
 */
import { z } from 'zod';
import type { Sentence } from '../language.ts';
import { EXPORT_TABLES, EXPORTED_TABLES, type Column, type ExportedTable, type ExportKind } from './export-tables.ts';

/** Tables about a donor that are not handed out, and why. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  giving: 'worked out from gifts and mandates, which are there',
  claim: 'who is on a call now; it ends within the hour',
  double_seen: 'which colleague read that two of us called; the calls are there',
  postponement: 'later this evening; it holds for a day',
  bare_donor: 'of a donor who was erased',
  match_decision: 'how a coordinator came to a link that is in it',
  source_objection: 'which row of a file an objection or proposal came from, which are in it themselves',
  source_refused: 'that she is not somebody else, who may not be in her export',
};

export function exportColumns(table: ExportedTable): readonly (readonly [name: string, column: Column])[] {
  return Object.entries(EXPORT_TABLES[table].columns);
}

/** `received_total` becomes `receivedTotal`; an amount says that it is in cents, and whoever recorded it is `by`. */
export function exportKey(name: string, kind: ExportKind): string {
  if (kind === 'person') return 'by';
  const camel = name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return kind === 'cents' ? `${camel}Cents` : camel;
}

const VALUES: Readonly<Record<ExportKind, z.ZodType>> = {
  text: z.string().nullable(),
  number: z.number().nullable(),
  cents: z.int().nullable().describe('Euro cents'),
  day: z.iso.date().nullable().describe('A calendar day in Europe/Amsterdam'),
  instant: z.iso.datetime().nullable().describe('UTC'),
  flag: z.boolean().nullable(),
  json: z.json(),
  person: z.string().nullable().describe('Who recorded it'),
};

/** What the file of an export holds. A shape never changes its meaning; another one gets another version. */
export const donorExportSchema = z.object({
  format: z.literal('dankbel-donor'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  charity: z.string(),
  explanation: z.array(z.object({ nl: z.string(), en: z.string() })),
  data: z.object(
    Object.fromEntries(
      EXPORTED_TABLES.map((table) => [
        exportKey(table, 'text'),
        z
          .array(
            z.object(
              Object.fromEntries(exportColumns(table).map(([name, [kind]]) => [exportKey(name, kind), VALUES[kind]])),
            ),
          )
          .describe(EXPORT_TABLES[table].title.en),
      ]),
    ),
  ),
});
export type DonorExport = z.infer<typeof donorExportSchema>;

/** What a charity has to say with it (AVG art. 15(1)). */
export const EXPORT_EXPLANATION: readonly Sentence[] = [
  {
    nl: 'Dit is alles wat deze werkplek van u heeft. De administratie van het goede doel (het CRM) kan meer hebben; vraag daar ook naar.',
    en: 'This is everything that this workstation holds about you. The administration of the charity (the CRM) may hold more; ask for that too.',
  },
  {
    nl: 'Waarvoor: u bedanken voor uw gift, uw gegevens nakijken, uw vragen beantwoorden en doen wat u daarover zei.',
    en: 'What for: to thank you for your gift, check your details, answer your questions, and do what you said about that.',
  },
  {
    nl: 'Vandaan: uit het CRM of de bestanden van het goede doel, en van uzelf in een gesprek.',
    en: 'From: the CRM or files of the charity, and from you in a call.',
  },
  {
    nl: 'Wie het ziet: de mensen die voor het goede doel bellen, nakijken en coördineren, ieder alleen wat het werk vraagt; en het CRM. Verder niemand.',
    en: 'Who sees it: the people who call, verify and coordinate for the charity, each only what the work asks for; and the CRM. Nobody else.',
  },
  {
    nl: 'Uw rechten: laten verbeteren, laten wissen, beperken, meenemen, bezwaar maken, en een klacht indienen bij de Autoriteit Persoonsgegevens.',
    en: 'Your rights: to have it corrected, erased, restricted, to take it along, to object, and to complain to the Autoriteit Persoonsgegevens.',
  },
];
