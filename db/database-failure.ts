/** What can be the matter with a profile's database, each with a sentence that says what is safe and what to do. */
import type { Sentence } from '../domain/language.ts';

export const DATABASE_FAILURES = {
  'in-use': {
    nl: 'Deze werkplek is al geopend in een ander venster of programma. Sluit dat eerst.',
    en: 'This workstation is already open in another window or program. Close that one first.',
  },
  'no-key': {
    nl: 'De sleutel van deze werkplek ontbreekt. De gegevens zijn er nog, maar gaan zonder sleutel niet open. Zet het sleutelbestand terug.',
    en: 'The key of this workstation is missing. The data is still there, but does not open without its key. Put the key file back.',
  },
  'wrong-key': {
    nl: 'De sleutel past niet bij deze werkplek. Er is niets veranderd. Zet het juiste sleutelbestand terug.',
    en: 'The key does not fit this workstation. Nothing was changed. Put the right key file back.',
  },
  newer: {
    nl: 'Deze werkplek is het laatst gebruikt met een nieuwere Dankbel. Werk Dankbel bij; er is niets veranderd.',
    en: 'This workstation was last used by a newer Dankbel. Update Dankbel; nothing was changed.',
  },
  damaged: {
    nl: 'Het bestand met de gegevens is beschadigd of weg. Start "dankbel doctor --restore": dat zet het opzij, haalt de nieuwste goede kopie terug en stuurt alles wat nog wachtte opnieuw in.',
    en: 'The data file is damaged or gone. Run "dankbel doctor --restore": it sets the file aside, brings back the newest good copy and queues again whatever was still waiting.',
  },
  wiped: {
    nl: 'Deze werkplek is ingetrokken door de coördinator en heeft zich gewist. Er staan geen gegevens meer op. Vraag de coördinator; open Dankbel om met een lege werkplek te beginnen.',
    en: 'This workstation was revoked by the coordinator and has wiped itself. There is no data on it any more. Ask the coordinator; open Dankbel to begin with an empty workstation.',
  },
  'disk-full': {
    nl: 'De schijf is vol. Wat al bewaard was, is veilig; maak ruimte en probeer het opnieuw.',
    en: 'The disk is full. What was saved before is safe; make room and try again.',
  },
  'not-writable': {
    nl: 'De map van deze werkplek kan niet worden beschreven. Controleer de rechten van de map.',
    en: 'The folder of this workstation cannot be written to. Check the rights of the folder.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type DatabaseFailureCode = keyof typeof DATABASE_FAILURES;

export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure';
  readonly code: DatabaseFailureCode;
  readonly sentence: Sentence;
  constructor(code: DatabaseFailureCode, options: ErrorOptions = {}) {
    super(DATABASE_FAILURES[code].en, options);
    this.code = code;
    this.sentence = DATABASE_FAILURES[code];
  }
}

/** The failure behind an error of SQLite or of the file system; null for anything else, which is a bug. */
export function failureBehind(error: unknown): DatabaseFailure | null {
  if (error instanceof DatabaseFailure) return error;
  const code = errorCode(error);
  const failure = code === null ? undefined : CODES.find(([prefix]) => code.startsWith(prefix))?.[1];
  return failure === undefined ? null : new DatabaseFailure(failure, { cause: error });
}

/** Error codes by their beginning, because SQLite's extended codes go on: SQLITE_IOERR_WRITE, SQLITE_CORRUPT_INDEX. */
const CODES: readonly (readonly [string, DatabaseFailureCode])[] = [
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_LOCKED', 'in-use'],
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_READONLY', 'not-writable'],
  ['SQLITE_CANTOPEN', 'not-writable'],
  ['EACCES', 'not-writable'],
  ['EROFS', 'not-writable'],
];

function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
