/** Files for tests of the import. */
import { readTable, type Table } from '../../../sync/files/read-table.ts';
import { decodeText } from '../../../sync/files/read-text.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';

export function table(text: string | Buffer, name = 'bestand.csv'): Table {
  return readTable({ name, text: decodeText(name, Buffer.from(text)) });
}

/** The sentence with which something is refused. */
export function refusalOf(work: () => unknown): FileRefusal['sentence'] {
  try {
    work();
  } catch (error) {
    if (error instanceof FileRefusal) return error.sentence;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Text as Windows writes it: as Latin-1, but for the euro sign and curly quotes. */
export function cp1252(text: string): Buffer {
  const bytes: Readonly<Record<string, number>> = { '€': 0x80, '‘': 0x91, '’': 0x92 };
  return Buffer.from(Array.from(text, (character) => bytes[character] ?? character.charCodeAt(0)));
}
