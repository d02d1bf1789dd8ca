/** Files as no program should write them, made from true ones. */
import type { Dice } from './dice.ts';
import { hostileText } from './hostile.ts';

const PIECES: readonly Buffer[] = [
  Buffer.from('"'),
  Buffer.from('""'),
  Buffer.from(';'),
  Buffer.from(';;;;;;;;;;;;;;;;'),
  Buffer.from('\r'),
  Buffer.from('\n\n\n'),
  Buffer.from([0]),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xc3]),
  Buffer.from([0x80, 0x81, 0x8d]),
  Buffer.from('sep=;\r\n'),
  Buffer.from('=1+1'),
  Buffer.from('\t'),
  Buffer.from('"a\nb;c'),
  Buffer.alloc(70_000, 'x'),
  Buffer.alloc(5_000, '"'),
  Buffer.alloc(3_000, ';'),
];

const WHOLE: readonly Buffer[] = [
  Buffer.alloc(0),
  Buffer.from(' '),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0xff, 0xfe, 0x3b]),
  Buffer.from('PK\u0003\u0004 a workbook'),
  Buffer.from('%PDF-1.7'),
  Buffer.from('\u001f\u008b a packed file', 'latin1'),
  Buffer.from('<html><table><tr><td>'),
  Buffer.from('{"values":[]}'),
  Buffer.from('sep=;'),
  Buffer.from('"'),
  Buffer.alloc(200_000, ';'),
  Buffer.alloc(200_000, '"'),
  Buffer.alloc(200_000, '\n'),
  Buffer.alloc(200_000, 'a'),
];

/** A few rows of a file, spoiled in one to three ways. */
export function spoilFile(file: Buffer, separator: string, dice: Dice): Buffer {
  const [header, ...rows] = linesOf(file);
  const from = dice.number(Math.max(1, rows.length - 20));
  let bytes = Buffer.from(`${[header, ...rows.slice(from, from + 4 + dice.number(12))].join('\r\n')}\r\n`, 'latin1');
  for (let time = dice.number(3); time >= 0; time -= 1) bytes = spoilOnce(bytes, separator, dice);
  return bytes;
}

/** Byte by byte, whatever the encoding is. */
function linesOf(file: Buffer): readonly string[] {
  return file.toString('latin1').split(/\r\n|\n/);
}

function spoilOnce(bytes: Buffer, separator: string, dice: Dice): Buffer<ArrayBuffer> {
  const place = dice.number(bytes.length + 1);
  switch (dice.number(8)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, place), dice.pick(PIECES), bytes.subarray(place)]);
    case 1:
      return Buffer.from(bytes.subarray(0, place));
    case 2:
      return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + dice.number(200))]);
    case 3:
      return encodeAnew(bytes, dice);
    case 4:
      return Buffer.concat([dice.pick(PIECES), bytes]);
    case 5:
      return dice.onceIn(4) ? Buffer.from(dice.pick(WHOLE)) : Buffer.from(bytes);
    default:
      return changeCells(bytes, separator, dice);
  }
}

function encodeAnew(bytes: Buffer, dice: Dice): Buffer<ArrayBuffer> {
  const text = bytes.toString('latin1');
  switch (dice.number(4)) {
    case 0:
      return Buffer.from(text, 'utf8');
    case 1:
      return Buffer.from(`\u{FEFF}${text}`, 'utf8');
    case 2:
      return Buffer.from(`\u{FEFF}${text}`, 'utf16le');
    default:
      return Buffer.from(text.replaceAll('\r\n', dice.pick(['\r', '\n', '\r\r\n'])), 'latin1');
  }
}

function changeCells(bytes: Buffer, separator: string, dice: Dice): Buffer<ArrayBuffer> {
  const lines = linesOf(bytes).map((line) => {
    if (!dice.onceIn(3)) return line;
    const cells = line.split(separator);
    cells[dice.number(cells.length)] = hostileText(dice);
    return cells.join(separator);
  });
  return Buffer.from(lines.join('\r\n'), 'utf8');
}
