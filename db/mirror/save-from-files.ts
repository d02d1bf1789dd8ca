/**
 * Takes donors, mandates and gifts from files into the mirror, inside one write: all of it or nothing. What is known by
 * the charity's own number is compared and written only where it changed; nothing is taken away because a file no
 * longer has it.
 */
import type { Writer } from '../store.ts';
import { findDonorIds } from './known-from-files.ts';
import type { FileDonor, FileGift } from './records-from-files.ts';
import { saveDonorsFromFiles } from './save-donors-from-files.ts';
import { saveGiftsFromFiles } from './save-gifts-from-files.ts';
import { refreshGiving } from './refresh-giving.ts';
import { saveMandatesFromFiles } from './save-mandates-from-files.ts';

export interface SavedCount {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface SavedFromFiles {
  readonly donors: SavedCount;
  readonly mandates: SavedCount;
  readonly gifts: SavedCount;
}

/** Rows of one statement: large enough to be quick, small enough for one JSON text in memory. */
const PORTION = 10_000;

/**
 * @param donors each number once
 * @param gifts each number once; of donors who are in `donors` or known. Others are a bug of the caller
 */
export async function saveFromFiles(
  writer: Writer,
  donors: readonly FileDonor[],
  gifts: readonly FileGift[],
): Promise<SavedFromFiles> {
  return save(writer, donors, gifts, true);
}

/** What saving would come to, without writing anything. */
export async function tryFromFiles(
  writer: Writer,
  donors: readonly FileDonor[],
  gifts: readonly FileGift[],
): Promise<SavedFromFiles> {
  return save(writer, donors, gifts, false);
}

async function save(
  writer: Writer,
  donors: readonly FileDonor[],
  gifts: readonly FileGift[],
  isForGood: boolean,
): Promise<SavedFromFiles> {
  const touched = new Set<number>();
  let savedDonors = NONE;
  let savedMandates = NONE;
  let savedGifts = NONE;
  for (const portion of inPortions(donors)) {
    const saved = await saveDonorsFromFiles(writer, portion, isForGood);
    savedDonors = add(savedDonors, saved);
    // In a trial a new donor has no id; a mandate of hers is new.
    const isKnown = ({ externalId }: FileDonor): boolean => isForGood || saved.donorIds.has(externalId);
    const mandates = await saveMandatesFromFiles(
      writer,
      portion
        .filter(isKnown)
        .flatMap(({ externalId, mandate }) =>
          mandate === undefined ? [] : [{ donorId: idOf(saved.donorIds, externalId), mandate }],
        ),
      isForGood,
    );
    const ofNewDonors = portion.filter((donor) => !isKnown(donor) && (donor.mandate ?? null) !== null).length;
    savedMandates = add(savedMandates, { ...mandates, new: mandates.new + ofNewDonors });
    for (const donorId of mandates.donorIds) touched.add(donorId);
  }
  for (const portion of inPortions(gifts)) {
    const donorIds = await findDonorIds(writer.transaction, [
      ...new Set(portion.map(({ donorExternalId }) => donorExternalId)),
    ]);
    const saved = await saveGiftsFromFiles(
      writer,
      portion.map((gift) => ({ donorId: idOf(donorIds, gift.donorExternalId), gift })),
      isForGood,
    );
    savedGifts = add(savedGifts, saved);
    for (const donorId of saved.donorIds) touched.add(donorId);
  }
  if (isForGood) for (const portion of inPortions([...touched])) await refreshGiving(writer, portion);
  return { donors: savedDonors, mandates: savedMandates, gifts: savedGifts };
}

const NONE: SavedCount = { new: 0, changed: 0, unchanged: 0 };

function add(a: SavedCount, b: SavedCount): SavedCount {
  return { new: a.new + b.new, changed: a.changed + b.changed, unchanged: a.unchanged + b.unchanged };
}

function inPortions<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / PORTION) }, (_, index) =>
    rows.slice(index * PORTION, (index + 1) * PORTION),
  );
}

function idOf(ids: ReadonlyMap<string, number>, externalId: string): number {
  const id = ids.get(externalId);
  if (id === undefined) throw new Error('a gift or mandate of a donor who is not in the mirror');
  return id;
}
