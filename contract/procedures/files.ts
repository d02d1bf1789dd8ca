/** Files of donors and gifts: bringing one in step by step, taking it back, and taking files out. */
import { z } from 'zod';
import { FILE_KINDS, FILE_PIECE_BYTES, MOST_FILE_PIECES } from '../../domain/file-pieces.ts';
import { command, query } from '../procedure.ts';
import { daySchema, done, instantSchema, languageSchema, laneSchema, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

const BASE64_OF_PIECE = Math.ceil(FILE_PIECE_BYTES / 3) * 4;

const fileKindSchema = z.enum(FILE_KINDS);

/** Header of the column for each field; null for "this file does not have it". */
const mappingSchema = z.record(z.string().min(1).max(40), z.string().max(1_000).nullable());

const countSchema = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() });
const countsSchema = z.object({ donors: countSchema, mandates: countSchema, gifts: countSchema });
const remarkSchema = z.object({ count: z.int(), text: sentenceSchema });

const reportSchema = z.object({
  counts: countsSchema,
  /** The first of them, by line. */
  refusals: z.array(
    z.object({
      line: z.int(),
      column: z.string().nullable(),
      value: z.string().nullable(),
      reason: sentenceSchema,
    }),
  ),
  refused: z.int(),
  consents: z.int(),
  remarks: z.array(remarkSchema),
});
export type FileReport = z.infer<typeof reportSchema>;

const tableSchema = z.object({
  file: z.string(),
  format: z.enum(['csv', 'xlsx']),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
  sheet: z.int(),
  header: z.array(z.string()),
  rows: z.int(),
  remarks: z.array(remarkSchema),
  /** By the headers. */
  kind: fileKindSchema,
  /** Whether a mapping was used before for a file with these headers. */
  isRemembered: z.boolean(),
  /** The place that such a file was of; null for none. */
  siteId: z.string().nullable(),
});

/** The place beside the CRM that a file is of; the id is null for a new one, and all of it in a profile without a CRM. */
const placeSchema = z
  .object({ id: z.string().max(100).nullable(), name: z.string().trim().max(60) })
  .nullable()
  .default(null);

const chosen = z.object({ kind: fileKindSchema, mapping: mappingSchema, place: placeSchema });

const EXPORTS = ['donors', 'gifts', 'kal', 'response', 'mail-merge'] as const;
const exportWhatSchema = z.enum(EXPORTS);
export type ExportWhat = (typeof EXPORTS)[number];

/** Whose rows a file is to have. */
const choiceSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('called'), from: daySchema, to: daySchema }),
  z.object({ of: z.literal('list'), lane: laneSchema }),
  z.object({ of: z.literal('import'), id: z.int() }),
]);

export const fileProcedures = {
  /** Where a file is that was brought in. One at a time. */
  'files.state': query(
    COORDINATOR,
    nothing,
    z.object({
      /** What a file can hold here. */
      kinds: z.array(fileKindSchema),
      /** Beside a CRM a file is of a place: those that there are. Null in a profile without a CRM. */
      places: z.array(z.object({ id: z.string(), name: z.string() })).nullable(),
      doing: z
        .object({ what: z.enum(['reading', 'checking', 'taking', 'undoing', 'removing']), rows: z.int() })
        .nullable(),
      table: tableSchema.nullable(),
      /** What came of the trial with what was chosen last. */
      checked: z.object({ chosen, report: reportSchema }).nullable(),
      taken: reportSchema.nullable(),
      /** The number of the import that was taken last, and of a place who of it are recognised by now. */
      takenImport: z
        .object({
          id: z.int(),
          recognised: z
            .object({ certain: z.int(), doubtful: z.int(), newcomers: z.int(), waiting: z.int() })
            .nullable(),
        })
        .nullable(),
      refusal: sentenceSchema.nullable(),
    }),
  ),
  /** Answers `refused` at the first piece when it cannot be a table. After the last one the file is read. */
  'files.addPiece': command(
    COORDINATOR,
    z.object({
      upload: z.uuid(),
      name: z.string().min(1).max(255),
      index: z
        .int()
        .min(0)
        .max(MOST_FILE_PIECES - 1),
      base64: z.base64().max(BASE64_OF_PIECE),
      isLast: z.boolean(),
    }),
    done,
  ),
  /** Reads another sheet of the workbook that is here. */
  'files.chooseSheet': command(COORDINATOR, z.object({ sheet: z.int().min(0).max(1_000) }), done),
  /** Which column holds what, and the first rows as they will be read. Empty rows and a sentence for a mapping that does not fit. */
  'files.preview': query(
    COORDINATOR,
    z.object({ kind: fileKindSchema, mapping: mappingSchema, language: languageSchema }),
    z.object({
      fields: z.array(
        z.object({ id: z.string(), label: sentenceSchema, column: z.string().nullable(), isNeeded: z.boolean() }),
      ),
      whyNot: sentenceSchema.nullable(),
      shown: z.array(z.string()),
      rows: z.array(
        z.object({
          line: z.int(),
          cells: z.array(z.object({ field: z.string(), text: z.string(), doubt: sentenceSchema.nullable() })),
          refusal: z.object({ column: z.string().nullable(), reason: sentenceSchema }).nullable(),
        }),
      ),
      unread: z.array(z.string()),
    }),
  ),
  /** Goes through the whole file without changing anything. */
  'files.check': command(COORDINATOR, chosen, done),
  /** For good. Refused when this very choice was not checked. */
  'files.take': command(COORDINATOR, chosen, done),
  /** Forgets the file that is here, and what came of it. */
  'files.forget': command(COORDINATOR, nothing, done),
  'files.imports': query(
    COORDINATOR,
    nothing,
    z.object({
      imports: z.array(
        z.object({
          id: z.int(),
          at: instantSchema,
          by: z.string(),
          file: z.string(),
          kind: fileKindSchema,
          state: z.enum(['taking', 'done', 'undoing', 'undone', 'partly-undone', 'broken-off']),
          counts: countsSchema,
          undoneAt: instantSchema.nullable(),
          stayed: z.int(),
          /** What people call the place that it is of; null in a profile without a CRM. */
          place: z.string().nullable(),
          canBeUndone: z.boolean(),
        }),
      ),
    }),
  ),
  /** What taking an import back would do. */
  'files.undoPreview': query(
    COORDINATOR,
    z.object({ id: z.int() }),
    z.object({
      back: z.int(),
      workedOn: z.int(),
      inLater: z.int(),
      /** What the CRM has of it, and keeps: contacts, and objections. */
      inCrm: z.int(),
      objections: z.int(),
      whyNot: sentenceSchema.nullable(),
    }),
  ),
  'files.undo': command(COORDINATOR, z.object({ id: z.int() }), done),
  /** Places beside the CRM that came from files. */
  'files.places': query(
    COORDINATOR,
    nothing,
    z.object({
      places: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          people: z.int(),
          donors: z.int(),
          gifts: z.int(),
          lastReadAt: instantSchema.nullable(),
        }),
      ),
    }),
  ),
  /** What taking a place away would do. */
  'files.placePreview': query(
    COORDINATOR,
    z.object({ id: z.string().max(100) }),
    z.object({
      people: z.int(),
      /** Of the CRM, recognised there: they stay. */
      donors: z.int(),
      gifts: z.int(),
      consents: z.int(),
      /** Whom nobody recognised and who do not want calls: nobody knows of it any more. */
      strangersObjecting: z.int(),
      inCrm: z.int(),
      whyNot: sentenceSchema.nullable(),
    }),
  ),
  /** For good, with everything that this place alone said. */
  'files.removePlace': command(COORDINATOR, z.object({ id: z.string().max(100) }), done),
  /** Makes a file, and notes in the log that it was made. It is fetched in pieces, by who asked for it, once. */
  'files.export': command(
    COORDINATOR,
    z.object({
      what: exportWhatSchema,
      format: z.enum(['xlsx', 'csv']),
      choice: choiceSchema,
      language: languageSchema,
    }),
    z.object({ id: z.uuid(), fileName: z.string(), rows: z.int(), donors: z.int(), pieces: z.int() }),
  ),
  'files.exportPiece': query(
    COORDINATOR,
    z.object({ id: z.uuid(), index: z.int().min(0) }),
    z.object({ base64: z.string() }),
  ),
};
