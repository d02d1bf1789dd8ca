/** Fills a practice CRM with the donors of a first practice evening: the same ones, in the same order, every time. */
import type { Site } from '../../site.ts';
import { Book } from '../invented/book.ts';
import { dayNumber, yearOf } from '../invented/calendar.ts';
import { campaignsAround, insertCampaigns } from '../invented/charity.ts';
import { Random } from '../invented/random.ts';
import { writeContact } from '../invented/write-contact.ts';
import { writeGift, writeMandates } from '../invented/write-giving.ts';
import { writeGiftActivity, writeMoments } from '../invented/write-moments.ts';
import { eveningDonors } from './donors.ts';

const SEED = 1;

/** @param date the day of the evening, `YYYY-MM-DD` @throws RangeError for what is no date */
export function fillEvening(site: Site, date: string): void {
  const today = dayNumber(date);
  const book = new Book(site, new Random(SEED), today);
  const campaigns = campaignsAround(yearOf(today));
  insertCampaigns(book.inserter, campaigns);
  site.catalogue.refresh();
  for (const { number, donor } of eveningDonors(today, campaigns[0]?.id ?? 1)) {
    const contact = writeContact(book, donor, number, undefined);
    writeMoments(book, donor, contact.id);
    for (const dated of writeMandates(book, donor, contact)) writeGiftActivity(book, writeGift(book, dated));
  }
}
