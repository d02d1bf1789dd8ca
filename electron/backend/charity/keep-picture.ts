/** Takes a picture in: of what was sent only the bytes are believed. */
import { createHash } from 'node:crypto';
import { addPicture } from '../../../db/queries/pictures.ts';
import type { Store } from '../../../db/store.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import {
  MOST_PICTURE_BYTES,
  NO_PICTURE,
  pictureOf,
  pictureTooLarge,
  type PictureFacts,
} from '../../../domain/charity/picture.ts';
import { Refusal } from '../refusal.ts';

const BYTES_OF_BASE64 = 3 / 4;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** @throws Refusal in words for what is too large or no picture; nothing is kept then */
export async function keepPicture(
  store: Store,
  base64: string,
  { at, personId }: { readonly at: Instant; readonly personId: number },
): Promise<PictureFacts & { readonly id: string }> {
  const about = Math.floor(base64.length * BYTES_OF_BASE64);
  // Before it is decoded: nobody's forty megabytes are turned into as many again.
  if (about > MOST_PICTURE_BYTES) throw new Refusal('refused', pictureTooLarge(about, MOST_PICTURE_BYTES));
  const bytes = BASE64.test(base64) ? Buffer.from(base64, 'base64') : Buffer.alloc(0);
  const facts = pictureOf(bytes);
  if (facts === null) throw new Refusal('refused', NO_PICTURE);
  const id = createHash('sha256').update(bytes).digest('hex');
  await store.write((writer) => addPicture(writer, { id, ...facts, bytes, at, person_id: personId }));
  return { id, ...facts };
}
