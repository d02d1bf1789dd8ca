import type { Site } from '../../site.ts';
import { Book } from './book.ts';
import { dayNumber, yearOf } from './calendar.ts';
import { campaignsAround, insertCampaigns } from './charity.ts';
import type { Donor } from './donor.ts';
import { inventDonors } from './plan.ts';
import { Random } from './random.ts';
import type { WrittenContact } from './write-contact.ts';
import { writeContact } from './write-contact.ts';
import type { DatedGift } from './write-giving.ts';
import { writeGift, writeMandates } from './write-giving.ts';
import { writeGiftActivity, writeMerge, writeMoments } from './write-moments.ts';

/** Older gifts were brought over from another system, without their activities. */
const DAYS_WITH_ACTIVITIES = 45;

export interface InventedFill {
  readonly donors: number;
  readonly seed: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

function donorNumber(index: number): string {
  return `DON-${String(index + 1).padStart(5, '0')}`;
}

/** Writes the donors one after the other, and answers their gifts. */
function writeDonors(book: Book, donors: readonly Donor[]): readonly DatedGift[] {
  const gifts: DatedGift[] = [];
  let previous: WrittenContact | undefined;
  donors.forEach((donor, index) => {
    const contact = writeContact(book, donor, donorNumber(index), previous);
    for (const gift of writeMandates(book, donor, contact)) gifts.push(gift);
    writeMoments(book, donor, contact.id);
    if (donor.isMerged && previous !== undefined) writeMerge(book, contact.id, previous.id);
    previous = contact;
  });
  return gifts;
}

/** Gifts came in day by day: their ids follow their dates. */
function writeGifts(book: Book, gifts: readonly DatedGift[]): void {
  for (const dated of gifts.toSorted((a, b) => a.gift.day - b.gift.day)) {
    const written = writeGift(book, dated);
    const isRecent = book.today - dated.gift.day <= DAYS_WITH_ACTIVITIES;
    if (isRecent && dated.gift.status === 'completed' && !dated.gift.isTest) writeGiftActivity(book, written);
  }
}

/** Fills in invented donors: the same ones for the same number, seed and date. @throws RangeError for what is no date */
export function fillInvented(site: Site, fill: InventedFill): void {
  if (!Number.isSafeInteger(fill.donors) || fill.donors < 0)
    throw new RangeError(`${fill.donors} is no number of donors.`);
  const today = dayNumber(fill.date);
  if (fill.donors === 0) return;
  const random = new Random(fill.seed);
  const book = new Book(site, random, today);
  const campaigns = campaignsAround(yearOf(today));
  insertCampaigns(book.inserter, campaigns);
  site.catalogue.refresh();
  writeGifts(book, writeDonors(book, inventDonors({ random, today, campaigns }, fill.donors)));
}
