/** `import`: donors and gifts from files, for a charity whose administration has no API. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readCurrentPerson } from '../../../db/queries/people.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { Writer } from '../../../db/store.ts';
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import { saveImport } from '../../../sync/files/import-files.ts';
import { parseMapping, type Mapping } from '../../../sync/files/mapping.ts';
import { completeImportMapping, readImport, readImportTables } from '../../../sync/files/read-import.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';
import { isNothingTaken, type ImportReport } from '../../../sync/files/report.ts';
import { markFromFiles } from '../../backend/files/from-files.ts';
import { CONNECTION } from '../../backend/profile-settings.ts';
import { clock, profileFolder, text, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, printProblem, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

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
  const paths = { donors: text(options, 'donors'), gifts: text(options, 'gifts') };
  if (paths.donors === null && paths.gifts === null) {
    throw new WrongRequest('import needs --donors FILE, --gifts FILE, or both.');
  }
  profileFolder(options);
  const said = readMapping(text(options, 'mapping'));
  const tables = readImportTables(paths);
  saveMapping(text(options, 'save-mapping'), completeImportMapping(tables, said));
  const read = readImport(tables, said, dayOfInstant(clock(options)()));
  const report = await withBackend(options, ({ store }) =>
    store.write(async (writer) => {
      await refuseConnected(writer);
      const saved = await saveImport(writer, read);
      if (!isNothingTaken(saved)) {
        await markFromFiles(writer);
        const personId = (await readCurrentPerson(writer.transaction))?.id ?? null;
        await noteAudit(writer, { at: clock(options)(), personId, action: 'imported', subject: 'files' });
      }
      return saved;
    }),
  );
  if (options.values.json === true) printJson(report);
  else printReport(report);
  if (isNothingTaken(report)) return 1;
  return report.refusals.length > 0 ? 2 : 0;
}

/** One profile has one source: a CRM would take back what a file says, and the other way round. */
async function refuseConnected({ transaction }: Writer): Promise<void> {
  const connection = await readSetting(transaction, CONNECTION);
  if (connection === null) return;
  throw new FileRefusal({
    nl: `Deze werkplek is verbonden met het CRM van ${connection.organisation}. Maak een nieuwe map voor een werkplek met bestanden.`,
    en: `This workstation is connected to the CRM of ${connection.organisation}. Make a new folder for a workstation with files.`,
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

const MOST_REFUSALS = 20;

function printReport({ donors, mandates, gifts, refusals, remarks, changed }: ImportReport): void {
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
  for (const { file, line, column, value, reason } of refusals.slice(0, MOST_REFUSALS)) {
    const cell = column === null ? '' : `, ${column} "${value ?? ''}"`;
    printLine(
      `${inOwnLanguage({ nl: `${file} regel ${line}`, en: `${file} line ${line}` })}${cell}: ${inOwnLanguage(reason)}`,
    );
  }
  const rest = refusals.length - MOST_REFUSALS;
  if (rest > 0) {
    printLine(
      inOwnLanguage({ nl: `en nog ${rest}; --json noemt ze allemaal`, en: `and ${rest} more; --json names them all` }),
    );
  }
}
