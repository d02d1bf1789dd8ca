/** Makes a chosen picture fit to be kept: drawn anew, so that it is small, and carries nothing of where it was taken. */
import { MOST_CHOSEN_BYTES, MOST_PICTURE_BYTES, NO_PICTURE, pictureTooLarge } from '../../domain/charity/picture.ts';
import type { Sentence } from '../../domain/language.ts';

export type Encoded =
  | { readonly ok: true; readonly base64: string }
  /** What is wrong with the file, in words. */
  | { readonly ok: false; readonly sentence: Sentence };

/** A logo keeps its clear ground; a photo becomes a JPEG. */
export type PictureUse = 'photo' | 'drawing';

const LONGEST = { photo: 1_400, drawing: 900 } as const;
const QUALITIES = [0.86, 0.75, 0.6] as const;
const TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

export async function encodePicture(file: File, use: PictureUse): Promise<Encoded> {
  if (file.size > MOST_CHOSEN_BYTES) return { ok: false, sentence: pictureTooLarge(file.size, MOST_CHOSEN_BYTES) };
  if (!TYPES.has(file.type)) return { ok: false, sentence: NO_PICTURE };
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return { ok: false, sentence: NO_PICTURE };
  try {
    const blob = await smallEnough(bitmap, use, file.type);
    if (blob.size > MOST_PICTURE_BYTES) return { ok: false, sentence: pictureTooLarge(blob.size, MOST_PICTURE_BYTES) };
    return { ok: true, base64: await toBase64(blob) };
  } finally {
    bitmap.close();
  }
}

async function smallEnough(bitmap: ImageBitmap, use: PictureUse, type: string): Promise<Blob> {
  const scale = Math.min(1, LONGEST[use] / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  const draw = (): void => context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  if (use === 'drawing' && type === 'image/png') {
    draw();
    const png = await canvas.convertToBlob({ type: 'image/png' });
    if (png.size <= MOST_PICTURE_BYTES) return png;
  }
  // A JPEG has no clear ground: paper is white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  draw();
  let blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITIES[0] });
  for (const quality of QUALITIES.slice(1)) {
    if (blob.size <= MOST_PICTURE_BYTES) break;
    blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  }
  return blob;
}

export async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
