/** Donors as they are known now, in columns that an import reads back. */
import { readDonors, type Donor } from '../../../../db/queries/donor-details.ts';
import { inList } from '../../../../db/queries/many.ts';
import { flatDetails } from '../../../../domain/flat-details.ts';
import type { Language } from '../../../../domain/language.ts';
import type { MandateFrequency, MandateStatus } from '../../../../domain/mandate.ts';
import { DONOR_HEADERS } from '../../../../sync/files/known-headers.ts';
import { writeFrequency } from '../../../../sync/files/values/frequency.ts';
import type { CalendarDay } from '../../../../domain/calendar/day.ts';
import type { Reader } from '../../../../db/store.ts';
import { fileNumber, headersOf, type ExportRow, type Layout } from './layout.ts';
import { GENDER_WORDS, KIND_WORDS, MANDATE_WORDS, yesNo } from './words.ts';

const FIELDS = [
  'donorNumber',
  'kind',
  'organisation',
  'name',
  'gender',
  'firstName',
  'prefix',
  'surname',
  'street',
  'postcode',
  'town',
  'country',
  'phone',
  'mobile',
  'email',
  'language',
  'mandateAmount',
  'mandateFrequency',
  'mandateStart',
  'mandateEnd',
  'mandateStatus',
  'doesNotWantCalls',
  'doesNotWantEmail',
  'doesNotWantPost',
  'isDeceased',
] as const;

export const DONORS_LAYOUT: Layout = {
  name: { nl: 'donateurs', en: 'donors' },
  header: headersOf(DONOR_HEADERS, FIELDS),
  rows: async (reader, donorIds, language) => {
    const donors = await readDonors(reader, donorIds);
    const mandates = await readNewestMandates(reader, donorIds);
    return donorIds.flatMap((id) => {
      const donor = donors.get(id);
      return donor === undefined ? [] : [rowOf(donor, mandates.get(id), language)];
    });
  },
};

function rowOf(donor: Donor, mandate: FileMandate | undefined, language: Language): ExportRow {
  const { name, mobile, phone, email, address } = flatDetails(donor.details);
  const hasParts = name.firstName !== '' || name.surname !== '';
  const isPerson = name.kind === 'individual';
  return [
    fileNumber(donor),
    KIND_WORDS[name.kind][language],
    isPerson ? '' : name.displayName,
    isPerson && !hasParts ? name.displayName : '',
    name.gender === null ? '' : GENDER_WORDS[name.gender][language],
    name.firstName,
    name.prefix,
    name.surname,
    address?.street ?? '',
    address?.postcode ?? '',
    address?.town ?? '',
    address?.country ?? '',
    phone,
    mobile,
    email,
    donor.language,
    mandate === undefined ? null : { cents: mandate.amount },
    mandate === undefined ? null : writeFrequency(mandate.frequency),
    mandate === undefined ? null : { day: mandate.startDay },
    mandate?.cancelledDay === undefined || mandate.cancelledDay === null ? null : { day: mandate.cancelledDay },
    mandate === undefined ? null : MANDATE_WORDS[mandate.status][language],
    yesNo(donor.doesNotWantCalls, language),
    yesNo(donor.wishes.doesNotWantEmail, language),
    yesNo(donor.wishes.doesNotWantPost, language),
    yesNo(donor.isDeceased, language),
  ];
}

interface FileMandate {
  readonly startDay: CalendarDay;
  readonly amount: number;
  readonly frequency: MandateFrequency;
  readonly status: MandateStatus;
  readonly cancelledDay: CalendarDay | null;
}

/** Files have one mandate per donor: one that runs before one that does not, the newest first. */
async function readNewestMandates(
  reader: Reader,
  donorIds: readonly number[],
): Promise<ReadonlyMap<number, FileMandate>> {
  const rows = await reader
    .selectFrom('mandate')
    .selectAll()
    .where('donor_id', 'in', inList(donorIds))
    .orderBy((order) => order.case().when('status', '=', 'running').then(1).else(0).end())
    .orderBy('start_day')
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.donor_id,
      {
        startDay: row.start_day,
        amount: row.amount,
        frequency: { unit: row.frequency_unit, interval: row.frequency_interval },
        status: row.status,
        cancelledDay: row.cancelled_day,
      },
    ]),
  );
}
