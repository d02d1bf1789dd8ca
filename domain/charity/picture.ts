/** What the bytes of a picture are, told from the bytes themselves: a name or a type that came along is not believed. */
import type { Sentence } from '../language.ts';

export interface PictureFacts {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** What is kept. The screen makes a picture smaller before it sends it, so an ordinary photo is far below this. */
export const MOST_PICTURE_BYTES = 700_000;
export const LONGEST_SIDE = 3_000;
/** What a person may choose; more than this is not even read. */
export const MOST_CHOSEN_BYTES = 20_000_000;

export const NO_PICTURE: Sentence = {
  nl: 'Dit is geen foto die Dankbel kent. Kies een JPEG- of PNG-bestand.',
  en: 'This is no picture that Dankbel knows. Choose a JPEG or PNG file.',
};

/** For a file that is larger than may be chosen, or a picture that is larger than is kept. */
export function pictureTooLarge(bytes: number, most: number): Sentence {
  const write = (size: number, comma: string): string =>
    size >= 1_000_000 ? `${(size / 1_000_000).toFixed(1).replace('.', comma)} MB` : `${Math.ceil(size / 1_000)} kB`;
  return {
    nl: `Deze foto is ${write(bytes, ',')}. Kies er een van hoogstens ${write(most, ',')}.`,
    en: `This picture is ${write(bytes, '.')}. Choose one of ${write(most, '.')} at most.`,
  };
}

/** Null for what is neither PNG nor JPEG, has no size, or is larger than a screen or a page can use. */
export function pictureOf(bytes: Uint8Array): PictureFacts | null {
  const facts = pngOf(bytes) ?? jpegOf(bytes);
  if (facts === null || facts.width < 1 || facts.height < 1) return null;
  return Math.max(facts.width, facts.height) > LONGEST_SIDE ? null : facts;
}

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
const PNG_WIDTH_AT = 16;
const PNG_HEIGHT_AT = 20;
const PNG_HEADER_END = 33;

function pngOf(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < PNG_HEADER_END || PNG_START.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { type: 'image/png', width: view.getUint32(PNG_WIDTH_AT), height: view.getUint32(PNG_HEIGHT_AT) };
}

const MARKER = 0xff;
const START_OF_IMAGE = 0xd8;
const START_OF_SCAN = 0xda;
/** SOF0 to SOF2: baseline, extended and progressive; what a PDF and a browser both show. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const FIRST_SEGMENT = 2;
const SEGMENT_HEAD = 4;
const FRAME_BYTES = 9;

function jpegOf(bytes: Uint8Array): PictureFacts | null {
  if (bytes[0] !== MARKER || bytes[1] !== START_OF_IMAGE) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = FIRST_SEGMENT;
  while (at + FRAME_BYTES <= bytes.length && bytes[at] === MARKER) {
    const kind = bytes[at + 1] ?? START_OF_SCAN;
    if (FRAMES.has(kind)) return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (kind === START_OF_SCAN) return null;
    // A length counts itself; less than that would go round in a circle.
    const length = Math.max(2, view.getUint16(at + SEGMENT_HEAD - 2));
    at += length + 2;
  }
  return null;
}
