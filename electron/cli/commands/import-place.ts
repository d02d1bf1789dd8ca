/**
 * `import --file FILE --place NAME`: a file of a place beside the CRM, asked for as the screen asks for it: the same roles,
 * trial, journal, log and recognising (docs/decisions/0039).
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createClient, type Client } from '../../../contract/client.ts';
import type { OutputOf } from '../../../contract/index.ts';
import type { FileReport } from '../../../contract/procedures/files.ts';
import { FILE_PIECE_BYTES, PLACE_FILE_KINDS } from '../../../domain/file-pieces.ts';
import type { Mapping } from '../../../sync/files/mapping.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';
import { checkPath } from '../../../sync/files/staged/stage-path.ts';
import type { OpenBackend } from '../../backend/open-backend.ts';
import { text, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, ownLanguage, printJson, printLine, printProblem, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';
import { printRefusals } from './print-refusals.ts';

type State = OutputOf<'files.state'>;
type Kind = (typeof PLACE_FILE_KINDS)[number];

interface FileOfPlace {
  readonly file: string;
  readonly place: string;
  readonly mapping: Mapping;
  /** Keeps the whole mapping, when that was asked. */
  readonly save: (mapping: Mapping) => void;
}

interface Outcome {
  readonly report: FileReport;
  readonly taken: State['takenImport'];
}

/** 0 all rows taken · 1 nothing taken · 2 some rows refused */
export async function importOfPlace(options: Options, asked: FileOfPlace): Promise<ExitCode> {
  const kind = kindOption(options);
  checkPath(asked.file);
  const outcome = await withBackend(options, (backend) => bringIn(backend, asked, kind, options.values.try === true));
  const { report, taken } = outcome;
  if (options.values.json === true) printJson({ ...report, import: taken });
  else print(asked.file, outcome);
  if (isNothing(report)) return 1;
  return report.refused > 0 ? 2 : 0;
}

function kindOption(options: Options): Kind | null {
  const asked = text(options, 'kind');
  if (asked === null) return null;
  const kind = PLACE_FILE_KINDS.find((each) => each === asked);
  if (kind === undefined) throw new WrongRequest(`--kind must be ${PLACE_FILE_KINDS.join(' or ')}, not "${asked}".`);
  return kind;
}

async function bringIn(
  backend: OpenBackend,
  asked: FileOfPlace,
  wanted: Kind | null,
  isTrial: boolean,
): Promise<Outcome> {
  const client = createClient(backend);
  const step = async (): Promise<State> => {
    await backend.files.settled();
    const state = await client.ask('files.state', {});
    if (state.refusal !== null) throw new FileRefusal(state.refusal);
    return state;
  };
  const { places } = await client.ask('files.state', {});
  if (places === null) throw new FileRefusal(NO_CRM);
  await send(client, asked.file);
  const { table } = await step();
  if (table === null) throw new Error('a file that was read is not there');
  const kind = wanted ?? PLACE_FILE_KINDS.find((each) => each === table.kind) ?? 'people';
  const said = { ...asked.mapping[kind] } as Record<string, string | null>;
  const preview = await client.ask('files.preview', { kind, mapping: said, language: ownLanguage() });
  const mapping = Object.fromEntries(preview.fields.map(({ id, column }) => [id, column]));
  asked.save({ ...asked.mapping, [kind]: mapping });
  if (preview.whyNot !== null) throw new FileRefusal(preview.whyNot);
  const chosen = { kind, mapping, place: { id: null, name: asked.place } };
  await client.ask('files.check', chosen);
  const { checked } = await step();
  if (checked === null) throw new Error('a trial came to nothing');
  // What has not one row to take makes no place.
  if (isTrial || isNothing(checked.report)) return { report: checked.report, taken: null };
  await client.ask('files.take', chosen);
  await step();
  await backend.recognition.settled();
  const { taken, takenImport } = await step();
  if (taken === null) throw new Error('an import came to nothing');
  return { report: taken, taken: takenImport };
}

async function send(client: Client, path: string): Promise<void> {
  const upload = randomUUID();
  const name = basename(path);
  let index = 0;
  const add = async (piece: Buffer, isLast: boolean): Promise<void> => {
    await client.ask('files.addPiece', { upload, name, index, base64: piece.toString('base64'), isLast });
    index += 1;
  };
  // The last piece has to be known as the last.
  let before: Buffer | null = null;
  for await (const piece of createReadStream(path, { highWaterMark: FILE_PIECE_BYTES })) {
    if (before !== null) await add(before, false);
    before = piece as Buffer;
  }
  await add(before ?? Buffer.alloc(0), true);
}

const isNothing = ({ counts: { donors, gifts } }: FileReport): boolean =>
  [donors, gifts].every((count) => count.new + count.changed + count.unchanged === 0);

function print(path: string, { report, taken }: Outcome): void {
  const { counts, refusals, refused, remarks, consents } = report;
  for (const [nl, en, count] of [
    ['mensen', 'people', counts.donors],
    ['giften', 'gifts', counts.gifts],
  ] as const) {
    printLine(
      inOwnLanguage({
        nl: `${nl}: ${count.new} nieuw, ${count.changed} gewijzigd, ${count.unchanged} gelijk, ${count.refused} geweigerd`,
        en: `${en}: ${count.new} new, ${count.changed} changed, ${count.unchanged} unchanged, ${count.refused} refused`,
      }),
    );
  }
  if (consents > 0) printLine(inOwnLanguage({ nl: `toestemmingen: ${consents}`, en: `consents: ${consents}` }));
  for (const { text: remark } of remarks) printLine(`${basename(path)}: ${inOwnLanguage(remark)}`);
  printRefusals(
    refusals.map((refusal) => ({ file: basename(path), ...refusal })),
    refused,
  );
  if (taken === null) {
    printLine(inOwnLanguage({ nl: 'Er is niets veranderd.', en: 'Nothing was changed.' }));
    return;
  }
  if (taken.recognised !== null) printRecognised(taken.recognised);
  const { id } = taken;
  printLine(inOwnLanguage({ nl: `terugdraaien: import --undo ${id}`, en: `take back: import --undo ${id}` }));
}

function printRecognised({
  certain,
  doubtful,
  newcomers,
  waiting,
}: NonNullable<NonNullable<State['takenImport']>['recognised']>): void {
  printLine(
    inOwnLanguage({
      nl: `herkend: ${certain} zeker, ${doubtful} in twijfel, ${newcomers} nieuw`,
      en: `recognised: ${certain} certain, ${doubtful} in doubt, ${newcomers} new`,
    }),
  );
  if (waiting > 0)
    printProblem(inOwnLanguage({ nl: `nog niet vergeleken: ${waiting}`, en: `not compared yet: ${waiting}` }));
  if (doubtful + newcomers > 0) {
    printLine(
      inOwnLanguage({
        nl: 'Over twijfel en nieuw beslist een coördinator op het scherm Herkennen.',
        en: 'A coordinator decides about doubtful and new ones on the screen Recognise.',
      }),
    );
  }
}

const NO_CRM = {
  nl: 'Deze werkplek heeft geen CRM, en een plek staat naast een CRM. Geef donateurs mee met --donors en giften met --gifts.',
  en: 'This workstation has no CRM, and a place is beside a CRM. Give donors with --donors and gifts with --gifts.',
};
