/** Recognises what is no text with columns, whatever its name says. */
import type { Sentence } from '../../domain/language.ts';

interface Kind {
  readonly begins: readonly string[];
  readonly is: Sentence;
}

const SAVE_AS_CSV: Sentence = {
  nl: 'Open het in het programma waar het uit komt en bewaar het als CSV',
  en: 'Open it in the program that it comes from and save it as CSV',
};

/** First bytes, as Latin-1. Excel's new format is a zip archive; its old one is a compound file. */
const BINARY_KINDS: readonly Kind[] = [
  {
    begins: ['PK\x03\x04', 'PK\x05\x06'],
    is: { nl: 'een Excelbestand of zipbestand', en: 'an Excel file or an archive' },
  },
  { begins: ['\xD0\xCF\x11\xE0'], is: { nl: 'een oud Excelbestand', en: 'an old Excel file' } },
  { begins: ['%PDF'], is: { nl: 'een pdf', en: 'a PDF' } },
  { begins: ['\x1F\x8B'], is: { nl: 'een ingepakt bestand', en: 'a compressed file' } },
  { begins: ['{\\rtf'], is: { nl: 'een tekstdocument', en: 'a text document' } },
  { begins: ['SQLite format'], is: { nl: 'een database', en: 'a database' } },
];

/** First characters of a text, in lower case. */
const TEXT_KINDS: readonly Kind[] = [
  { begins: ['<!doctype', '<html', '<table', '<head', '<body'], is: { nl: 'een webpagina', en: 'a web page' } },
  { begins: ['<?xml'], is: { nl: 'een XML-bestand', en: 'an XML file' } },
  { begins: ['{', '[{'], is: { nl: 'een JSON-bestand', en: 'a JSON file' } },
];

/** @param start the first bytes of a file, as Latin-1 */
export function refuseBinary(start: string): Sentence | null {
  return refuseKind(BINARY_KINDS, start);
}

/** @param start the first characters of a file, decoded */
export function refuseOtherText(start: string): Sentence | null {
  return refuseKind(TEXT_KINDS, start.trimStart().toLowerCase());
}

function refuseKind(kinds: readonly Kind[], start: string): Sentence | null {
  const kind = kinds.find(({ begins }) => begins.some((each) => start.startsWith(each)));
  if (kind === undefined) return null;
  return {
    nl: `dit is ${kind.is.nl} en geen CSV. ${SAVE_AS_CSV.nl}.`,
    en: `this is ${kind.is.en} and no CSV. ${SAVE_AS_CSV.en}.`,
  };
}

/** Share of control characters above which a file cannot be text; one that strayed into a cell is no reason. */
const CONTROLS_PER_BYTE = 0.01;
/** The beginning tells enough about those. */
const SAMPLE = 64 * 1024;

/** True for bytes that no text in any of our encodings has: a zero anywhere, or many control characters. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.filter((byte) => byte < 32 && (byte < 9 || byte > 13)).length;
  return controls > sample.length * CONTROLS_PER_BYTE || bytes.includes(0);
}
