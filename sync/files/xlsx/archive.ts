/**
 * The zip archive that an XLSX file is, read from where it lies. Nothing in it is unpacked further than a list of donors
 * can be large: an archive that would fill the disk or the memory (a "zip bomb") is refused by what it says of itself,
 * and by what really comes out of it.
 */
import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { Sentence } from '../../../domain/language.ts';
import type { Spool } from '../staged/spool.ts';
import { refuse, type FileRefusal } from '../refusal.ts';

/** A million rows of thirty columns are below it. */
const MOST_BYTES_OF_A_PART = 2_000 * 1024 * 1024;
/** What is held in memory: names of sheets, formats. */
const MOST_BYTES_IN_MEMORY = 8 * 1024 * 1024;
const MOST_PARTS = 5_000;
/** Sheets of the same row again and again are some 60 times smaller; a bomb is a thousand times. */
const MOST_RATIO = 250;
const RATIO_MATTERS_FROM = 20 * 1024 * 1024;

export interface Archive {
  readonly has: (path: string) => boolean;
  /** The whole text of a small part. */
  readonly text: (path: string) => Promise<string>;
  /** The text of a part, piece by piece. */
  readonly pieces: (path: string) => AsyncGenerator<string>;
}

/** @throws FileRefusal when it is no archive, is damaged, locked or a bomb */
export async function openArchive(file: string, spool: Spool): Promise<Archive> {
  try {
    const zip = await fromRandomAccessReaderPromise(new SpoolReader(spool), spool.size, { autoClose: false });
    const entries = await readEntries(file, zip);
    const find = (path: string): Entry => {
      const entry = entries.get(path.toLowerCase());
      if (entry === undefined) throw refuse(file, NO_WORKBOOK);
      return entry;
    };
    const pieces = (path: string): AsyncGenerator<string> => piecesOf(file, zip, find(path));
    return {
      has: (path) => entries.has(path.toLowerCase()),
      pieces,
      text: async (path) => {
        let text = '';
        for await (const piece of pieces(path)) {
          text += piece;
          if (text.length > MOST_BYTES_IN_MEMORY) throw bomb(file);
        }
        return text;
      },
    };
  } catch (error) {
    throw asRefusal(file, error);
  }
}

async function readEntries(file: string, zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MOST_PARTS) throw bomb(file);
    if (entry.isEncrypted()) throw refuse(file, LOCKED);
    const { uncompressedSize: unpacked, compressedSize: packed } = entry;
    const isBlownUp = unpacked > RATIO_MATTERS_FROM && unpacked > packed * MOST_RATIO;
    if (unpacked > MOST_BYTES_OF_A_PART || isBlownUp) throw bomb(file);
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

/** yauzl itself refuses what gives more bytes than it said. */
async function* piecesOf(file: string, zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw asRefusal(file, error);
  }
}

class SpoolReader extends RandomAccessReader {
  readonly #spool: Spool;
  constructor(spool: Spool) {
    super();
    this.#spool = spool;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.#spool, start, end), { objectMode: false });
  }
}

const PIECE = 64 * 1024;

async function* rangeOf(spool: Spool, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += PIECE) yield await spool.read(at, Math.min(PIECE, end - at));
}

/** What yauzl and zlib throw is about the file; what this process throws is a bug or the disk. */
function asRefusal(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'FileRefusal') return error;
  const code = 'code' in error ? String(error.code) : '';
  if (/^E[A-Z]+$/.test(code)) return error;
  return refuse(file, DAMAGED);
}

export function bomb(file: string): FileRefusal {
  return refuse(file, {
    nl: 'dit bestand wordt uitgepakt veel te groot voor een lijst met donateurs of giften. Het is niet gelezen. Bewaar alleen het blad met de lijst, als CSV of als nieuwe Excelmap.',
    en: 'unpacked this file is far too large for a list of donors or gifts. It was not read. Save the sheet with the list alone, as CSV or as a new workbook.',
  });
}

const LOCKED: Sentence = {
  nl: 'op dit bestand zit een wachtwoord. Haal het er in Excel af (Bestand, Info, Werkmap beveiligen), en kies het opnieuw.',
  en: 'this file has a password. Take it off in Excel (File, Info, Protect workbook), and choose it again.',
};
const DAMAGED: Sentence = {
  nl: 'dit Excelbestand is beschadigd of afgebroken. Open het in Excel, bewaar het opnieuw, en kies het dan nog eens.',
  en: 'this Excel file is damaged or was broken off. Open it in Excel, save it again, and then choose it once more.',
};
const NO_WORKBOOK: Sentence = {
  nl: 'dit is een zipbestand en geen Excelmap. Pak het uit, en kies het bestand dat erin zit.',
  en: 'this is an archive and no workbook. Unpack it, and choose the file in it.',
};
