/** `import`: donors and gifts from files, for a charity whose administration has no API; beside a CRM a file of a place. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readSetting } from '../../../db/queries/settings.ts';
import type { Reader } from '../../../db/store.ts';
import { parseMapping, type Mapping } from '../../../sync/files/mapping.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';
import { isNothingTaken, type ImportReport } from '../../../sync/files/report.ts';
import { checkTables, completeTableMapping, importTables, stageTables } from '../../backend/files/import-tables.ts';
import { CONNECTION } from '../../backend/profile-settings.ts';
import { clock, profileFolder, text, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, printProblem, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';
import { importOfPlace } from './import-place.ts';
import { undoImport } from './import-undo.ts';
import { printRefusals } from './print-refusals.ts';

/** 0 all rows taken · 1 nothing taken · 2 some rows refused */
export async function importFiles(options: Options): Promise<ExitCode> {
  try {
    return await run(options);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    printProblem(inOwnLanguage(error.sentence));
    return 1;
  }
}

/** The files are read to their end before the profile is opened: what cannot be read leaves no trace. */
async function run(options: Options): Promise<ExitCode> {
  const undo = text(options, 'undo');
  if (undo !== null) return undoImport(options, undo);
  const [file, place] = [text(options, 'file'), text(options, 'place')];
  if (file !== null || place !== null) {
    if (file === null || place === null)
      throw new WrongRequest('A file of a place needs --file FILE and --place NAME.');
    const mapping = readMapping(text(options, 'mapping'));
    return importOfPlace(options, {
      file,
      place,
      mapping,
      save: (whole) => saveMapping(text(options, 'save-mapping'), whole),
    });
  }
  const paths = { donors: text(options, 'donors'), gifts: text(options, 'gifts') };
  if (paths.donors === null && paths.gifts === null) {
    throw new WrongRequest('import needs --donors FILE, --gifts FILE, or both; beside a CRM --file FILE --place NAME.');
  }
  profileFolder(options);
  const said = readMapping(text(options, 'mapping'));
  const tables = await stageTables(paths);
  try {
    saveMapping(text(options, 'save-mapping'), completeTableMapping(tables, said));
    checkTables(tables, said);
    const report = await withBackend(options, async ({ store }) => {
      await refuseConnected(store.reader);
      return importTables(store, tables, said, clock(options));
    });
    if (options.values.json === true) printJson(report);
    else printReport(report);
    if (isNothingTaken(report)) return 1;
    return report.refused > 0 ? 2 : 0;
  } finally {
    await tables.donors?.remove();
    await tables.gifts?.remove();
  }
}

/** Beside a CRM a file is a place (docs/decisions/0039). */
async function refuseConnected(reader: Reader): Promise<void> {
  const connection = await readSetting(reader, CONNECTION);
  if (connection === null) return;
  throw new FileRefusal({
    nl: `Deze werkplek is verbonden met het CRM van ${connection.organisation}. Lees het bestand in als een plek: --file BESTAND --place NAAM, of op het scherm Bestanden.`,
    en: `This workstation is connected to the CRM of ${connection.organisation}. Import the file as a place: --file FILE --place NAME, or on the screen Files.`,
  });
}

function readMapping(path: string | null): Mapping {
  if (path === null) return {};
  try {
    return parseMapping(basename(path), readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new WrongRequest(`The mapping cannot be read: ${path}`);
  }
}

/** Saved before anything is refused, so that it can be filled in. Never over a file that is no mapping. */
function saveMapping(path: string | null, mapping: Mapping): void {
  if (path === null) return;
  if (existsSync(path)) readMapping(path);
  try {
    writeFileSync(path, `${JSON.stringify(mapping, null, 2)}\n`);
  } catch {
    throw new WrongRequest(`The mapping cannot be written: ${path}`);
  }
}

function printReport({ donors, mandates, gifts, refusals, refused, remarks, changed }: ImportReport): void {
  for (const [nl, en, count] of [
    ['donateurs', 'donors', donors],
    ['machtigingen', 'mandates', mandates],
    ['giften', 'gifts', gifts],
  ] as const) {
    printLine(
      inOwnLanguage({
        nl: `${nl}: ${count.new} nieuw, ${count.changed} gewijzigd, ${count.unchanged} gelijk, ${count.refused} geweigerd`,
        en: `${en}: ${count.new} new, ${count.changed} changed, ${count.unchanged} unchanged, ${count.refused} refused`,
      }),
    );
  }
  if (!changed) printLine(inOwnLanguage({ nl: 'Er is niets veranderd.', en: 'Nothing was changed.' }));
  for (const { file, text: remark } of remarks) printLine(`${file}: ${inOwnLanguage(remark)}`);
  printRefusals(refusals, refused);
}
