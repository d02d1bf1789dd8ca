/**
 * The places that know donors. One more is one more reader in this list: what it says goes into the picture of the donor
 * by the same rules (domain/one-picture). A reader answers for these donors alone, by indexes.
 */
import type { Saying } from '../../domain/one-picture/picture.ts';
import type { Reader } from '../store.ts';
import { readFromCrm } from './from-crm.ts';
import { readFromSites } from './from-sites.ts';

/** @param donorId of the donor; what is known of several rows of one person is the place's own business */
export type ReadPlace = (reader: Reader, donorId: number) => Promise<readonly Saying[]>;

const PLACES: readonly ReadPlace[] = [readFromCrm, readFromSites];

export async function readSayings(reader: Reader, donorId: number): Promise<readonly Saying[]> {
  const said = await Promise.all(PLACES.map((read) => read(reader, donorId)));
  return said.flat();
}
