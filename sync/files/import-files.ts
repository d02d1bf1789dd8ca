/** The import from files: what was read, held against what the profile knows, and written in one go. */
import { countOthers, countWithoutMandate, findDonorIds } from '../../db/mirror/known-from-files.ts';
import { findErased } from '../../db/erasure/tombstones.ts';
import type { FileGift } from '../../db/mirror/records-from-files.ts';
import { saveFromFiles } from '../../db/mirror/save-from-files.ts';
import type { Writer } from '../../db/store.ts';
import type { Sentence } from '../../domain/language.ts';
import type { ReadGifts, ReadImport } from './read-import.ts';
import type { TakenRow } from './read-rows.ts';
import { cutValue, type RowRefusal } from './refusal.ts';
import { absentRemarks, erasedRemarks, orphanRemarks } from './remarks.ts';
import type { ImportRemark, ImportReport } from './report.ts';

/** Inside one write, so that both files are taken or neither. Saving the same again changes nothing. */
export async function saveImport(writer: Writer, read: ReadImport): Promise<ImportReport> {
  const { donors, gifts, erased } = await withoutErased(writer, read);
  const { taken, refusals } = gifts === null ? NO_GIFTS : await sortGifts(writer, { donors }, gifts);
  const saved = await saveFromFiles(
    writer,
    donors?.taken.map(({ value }) => value) ?? [],
    taken.map(({ value }) => value),
  );
  const donorRefusals = donors?.refusals ?? [];
  return {
    donors: { ...saved.donors, refused: donorRefusals.length },
    mandates: { ...saved.mandates, refused: donors?.refusedMandates ?? 0 },
    gifts: { ...saved.gifts, refused: refusals.length },
    refusals: [...donorRefusals, ...refusals],
    remarks: [...erasedRemarks(donors?.file ?? gifts?.file ?? '', erased), ...(await gatherRemarks(writer, read))],
    changed: [saved.donors, saved.mandates, saved.gifts].some((count) => count.new + count.changed > 0),
  };
}

/** Leaves out who was erased here: they do not come back with a file. */
async function withoutErased(
  { transaction }: Writer,
  { donors, gifts }: ReadImport,
): Promise<ReadImport & { readonly erased: number }> {
  const numbers = [
    ...(donors?.taken.map(({ value }) => value.externalId) ?? []),
    ...(gifts?.taken.map(({ value }) => value.donorExternalId) ?? []),
  ];
  const erased = await findErased(transaction, 'number', [...new Set(numbers)]);
  return {
    erased: erased.size,
    donors: donors && { ...donors, taken: donors.taken.filter(({ value }) => !erased.has(value.externalId)) },
    gifts: gifts && { ...gifts, taken: gifts.taken.filter(({ value }) => !erased.has(value.donorExternalId)) },
  };
}

interface SortedGifts {
  readonly taken: readonly TakenRow<FileGift>[];
  readonly refusals: readonly RowRefusal[];
}

const NO_GIFTS: SortedGifts = { taken: [], refusals: [] };

/** Gifts of donors who are neither in the file of donors nor known already are refused. */
async function sortGifts(
  writer: Writer,
  { donors }: Pick<ReadImport, 'donors'>,
  gifts: ReadGifts,
): Promise<SortedGifts> {
  const inFile = new Set(donors?.taken.map(({ value }) => value.externalId));
  const asked = [...new Set(gifts.taken.map(({ value }) => value.donorExternalId))];
  const known = await findDonorIds(writer.transaction, asked);
  const isKnown = ({ value }: TakenRow<FileGift>): boolean =>
    inFile.has(value.donorExternalId) || known.has(value.donorExternalId);
  const unknown = gifts.taken.filter((row) => !isKnown(row));
  return {
    taken: gifts.taken.filter(isKnown),
    refusals: [
      ...gifts.refusals,
      ...unknown.map(({ line, value: { donorExternalId } }) => ({
        file: gifts.file,
        line,
        column: gifts.donorColumn,
        value: cutValue(donorExternalId),
        reason: whyUnknown(donors, donorExternalId),
      })),
    ].sort((a, b) => a.line - b.line),
  };
}

function whyUnknown(donors: ReadImport['donors'], externalId: string): Sentence {
  if (donors === null) {
    return {
      nl: 'Deze donateur is op deze werkplek niet bekend. Lees eerst het bestand met donateurs in.',
      en: 'This donor is not known on this workstation. Import the file of donors first.',
    };
  }
  const line = donors.refusedLines.get(externalId);
  if (line === undefined) {
    return {
      nl: `Deze donateur staat niet in ${donors.file} en is op deze werkplek niet bekend.`,
      en: `This donor is not in ${donors.file} and is not known on this workstation.`,
    };
  }
  return {
    nl: `Deze donateur is niet overgenomen: zie regel ${line} van ${donors.file}.`,
    en: `This donor was not taken: see line ${line} of ${donors.file}.`,
  };
}

async function gatherRemarks({ transaction }: Writer, { donors, gifts }: ReadImport): Promise<readonly ImportRemark[]> {
  const otherDonors = donors === null ? 0 : await countOthers(transaction, 'donor', [...donors.numbers]);
  const otherGifts = gifts === null ? 0 : await countOthers(transaction, 'gift', [...gifts.numbers]);
  const orphans = gifts === null ? 0 : await countWithoutMandate(transaction);
  return [
    ...(donors === null ? [] : [...donors.remarks, ...absentRemarks(donors.file, 'donors', otherDonors)]),
    ...(gifts === null
      ? []
      : [...gifts.remarks, ...orphanRemarks(gifts.file, orphans), ...absentRemarks(gifts.file, 'gifts', otherGifts)]),
  ];
}
