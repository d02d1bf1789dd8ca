/** Names and addresses as they stand in a letter, for a mailing. Nobody who died, wants no post, or has no address. */
import { readDonors, type Donor } from '../../../../db/queries/donor-details.ts';
import { inList } from '../../../../db/queries/many.ts';
import { flatDetails } from '../../../../domain/flat-details.ts';
import type { CalendarDay } from '../../../../domain/calendar/day.ts';
import { envelopeName, salutation } from '../../../../domain/person-name.ts';
import { envelopeLines, writePostcode } from '../../../../domain/postal-address.ts';
import { fileNumber, headersOf, type ExportRow, type Layout } from './layout.ts';

const HEADERS = {
  donorNumber: { nl: 'Relatienummer', en: 'Donor number' },
  salutation: { nl: 'Aanhef brief', en: 'Salutation' },
  envelope: { nl: 'Naam op de envelop', en: 'Name on the envelope' },
  line1: { nl: 'Adresregel 1', en: 'Address line 1' },
  line2: { nl: 'Adresregel 2', en: 'Address line 2' },
  line3: { nl: 'Adresregel 3', en: 'Address line 3' },
  firstName: { nl: 'Voornaam', en: 'First name' },
  prefix: { nl: 'Tussenvoegsel', en: 'Prefix' },
  surname: { nl: 'Achternaam', en: 'Surname' },
  street: { nl: 'Straat', en: 'Street' },
  postcode: { nl: 'Postcode', en: 'Postcode' },
  town: { nl: 'Plaats', en: 'Town' },
  country: { nl: 'Land', en: 'Country' },
  language: { nl: 'Taal', en: 'Language' },
  giftDay: { nl: 'Laatste gift datum', en: 'Last gift date' },
  giftAmount: { nl: 'Laatste gift bedrag', en: 'Last gift amount' },
} as const;

export const MAIL_MERGE_LAYOUT: Layout = {
  name: { nl: 'mailing', en: 'mailing' },
  header: headersOf(HEADERS, Object.keys(HEADERS) as (keyof typeof HEADERS)[]),
  rows: async (reader, donorIds) => {
    const donors = await readDonors(reader, donorIds);
    const gifts = await reader
      .selectFrom('gift')
      .select(['donor_id', 'day', 'amount'])
      .where('donor_id', 'in', inList(donorIds))
      .where('status', '=', 'received')
      .where('amount', '>', 0)
      .orderBy('day')
      .orderBy('id')
      .execute();
    const newest = new Map(gifts.map((gift) => [gift.donor_id, gift]));
    return donorIds.flatMap((id) => {
      const donor = donors.get(id);
      return donor === undefined ? [] : rowsOf(donor, newest.get(id));
    });
  },
};

function rowsOf(
  donor: Donor,
  gift: { readonly day: CalendarDay; readonly amount: number } | undefined,
): readonly ExportRow[] {
  const { name, address } = flatDetails(donor.details);
  if (donor.isDeceased || donor.wishes.doesNotWantPost || address === null || address.street.trim() === '') return [];
  const [line1 = '', line2 = '', line3 = ''] = envelopeLines(address);
  return [
    [
      fileNumber(donor),
      salutation(name, donor.language),
      envelopeName(name, donor.language),
      line1,
      line2,
      line3,
      name.firstName,
      name.prefix,
      name.surname,
      address.street,
      writePostcode(address.postcode),
      address.town,
      address.country,
      donor.language,
      gift === undefined ? null : { day: gift.day },
      gift === undefined ? null : { cents: gift.amount },
    ],
  ];
}
