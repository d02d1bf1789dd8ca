/** The two containers of icons, with a PNG for each size: Windows since Vista and macOS since 10.7 read nothing else. */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;
/** Apple's names for sizes: https://en.wikipedia.org/wiki/Apple_Icon_Image_format. */
const ICNS_TYPES = { 16: 'icp4', 32: 'icp5', 64: 'icp6', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' } as const;
export const ICNS_SIZES = Object.keys(ICNS_TYPES).map(Number);

const ICO_HEADER = 6;
const ICO_ENTRY = 16;

export function icoOf(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = ICO_HEADER + ICO_ENTRY * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(ICO_ENTRY);
    // 256 does not fit into a byte and is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

/** @throws for a size that Apple has no name for */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const parts = pictures.map(({ size, png }) => {
    const type = Object.entries(ICNS_TYPES).find(([each]) => Number(each) === size)?.[1];
    if (type === undefined) throw new Error(`no icns type for ${size} pixels`);
    return icnsPart(type, png);
  });
  return icnsPart('icns', Buffer.concat(parts));
}

function icnsPart(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
