/** Files on their way in and out, as the screen brings and fetches them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts';
import { FILE_PIECE_BYTES } from '../../domain/file-pieces.ts';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { openWorkstation, type Workstation, type WorkstationOptions } from './workstation.ts';

/** A workstation without a CRM, at which a coordinator works. */
export async function fileWorkstation(options: WorkstationOptions = {}): Promise<Workstation> {
  const workstation = await openWorkstation(options);
  await workstation.backend.store.write((writer) =>
    setCurrentPerson(writer, { crmId: null, name: 'Ineke', roles: ['coordinator', 'caller'] }),
  );
  return workstation;
}

export type FileState = OutputOf<'files.state'>;

/** Sends a file, and waits until it was read. */
export async function sendFile(
  workstation: Workstation,
  name: string,
  content: Uint8Array | string,
  pieceBytes = FILE_PIECE_BYTES,
): Promise<FileState> {
  const bytes = Buffer.from(content);
  const upload = randomUUID();
  const count = Math.max(1, Math.ceil(bytes.length / pieceBytes));
  for (let index = 0; index < count; index += 1) {
    await workstation.ask('files.addPiece', {
      upload,
      name,
      index,
      base64: bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes).toString('base64'),
      isLast: index === count - 1,
    });
  }
  return untilQuiet(workstation);
}

export async function untilQuiet(workstation: Workstation): Promise<FileState> {
  await workstation.backend.files.settled();
  return workstation.ask('files.state', {});
}

export type Chosen = ParsedInputOf<'files.check'>;

/** What the screen would choose: what the headers tell. */
export async function chosenOf(
  workstation: Workstation,
  kind?: Chosen['kind'],
  place: Chosen['place'] = null,
): Promise<Chosen> {
  const { table } = await workstation.ask('files.state', {});
  if (table === null) throw new Error('there is no file');
  const asked = { kind: kind ?? table.kind, mapping: {}, language: 'nl' } as const;
  const { fields } = await workstation.ask('files.preview', asked);
  return { kind: asked.kind, mapping: Object.fromEntries(fields.map(({ id, column }) => [id, column])), place };
}

/** The whole way of one file; the report of the trial and that of the import are the same. */
export async function bringIn(
  workstation: Workstation,
  name: string,
  content: Uint8Array | string,
  kind?: Chosen['kind'],
  /** Beside a CRM: the name of the place. */
  place?: string,
): Promise<NonNullable<FileState['taken']>> {
  const read = await sendFile(workstation, name, content);
  if (read.refusal !== null) throw new Error(read.refusal.en);
  const chosen = await chosenOf(workstation, kind, place === undefined ? null : { id: null, name: place });
  await workstation.ask('files.check', chosen);
  const checked = await untilQuiet(workstation);
  if (checked.checked === null) throw new Error(checked.refusal?.en ?? 'not checked');
  await workstation.ask('files.take', chosen);
  const { taken, refusal } = await untilQuiet(workstation);
  if (taken === null) throw new Error(refusal?.en ?? 'not taken');
  await workstation.backend.recognition.settled();
  return taken;
}

/** A file that was made, as a whole. */
export async function takeOut(
  workstation: Workstation,
  order: ParsedInputOf<'files.export'>,
): Promise<{ readonly fileName: string; readonly bytes: Buffer; readonly rows: number }> {
  const { id, pieces, fileName, rows } = await workstation.ask('files.export', order);
  const parts: Buffer[] = [];
  for (let index = 0; index < pieces; index += 1) {
    const { base64 } = await workstation.ask('files.exportPiece', { id, index });
    parts.push(Buffer.from(base64, 'base64'));
  }
  return { fileName, rows, bytes: Buffer.concat(parts) };
}

/** Takes an import back, by the name of its file. */
export async function undoFile(workstation: Workstation, file: string): Promise<void> {
  const { imports } = await workstation.ask('files.imports', {});
  const run = imports.find((each) => each.file === file);
  if (run === undefined) throw new Error(`nothing was imported from ${file}`);
  await workstation.ask('files.undo', { id: run.id });
  const { refusal } = await untilQuiet(workstation);
  if (refusal !== null) throw new Error(refusal.en);
  await workstation.backend.recognition.settled();
}

const WRITTEN = [
  'donor',
  'donor_phone',
  'donor_email',
  'donor_address',
  'mandate',
  'gift',
  'giving',
  'consent',
  'correction',
  'operation',
] as const;

/** Everything that an import could change, to the last column. */
export async function mirrorOf(workstation: Workstation): Promise<unknown> {
  const whole: Record<string, unknown> = {};
  for (const table of WRITTEN) {
    const { rows } = await sql`SELECT * FROM ${sql.table(table)} ORDER BY 1, 2`.execute(
      workstation.backend.store.reader,
    );
    whole[table] = rows;
  }
  return whole;
}
