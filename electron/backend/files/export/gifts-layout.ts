/** Gifts, in columns that an import reads back. */
import { groupByDonor, inList } from '../../../../db/queries/many.ts';
import { readDonors } from '../../../../db/queries/donor-details.ts';
import { GIFT_HEADERS } from '../../../../sync/files/known-headers.ts';
import { fileNumber, headersOf, type ExportRow, type Layout } from './layout.ts';
import { BY_MANDATE, GIFT_WORDS, ONE_OFF } from './words.ts';

const FIELDS = [
  'giftNumber',
  'donorNumber',
  'day',
  'amount',
  'currency',
  'kind',
  'status',
  'project',
  'source',
] as const;

export const GIFTS_LAYOUT: Layout = {
  name: { nl: 'giften', en: 'gifts' },
  header: headersOf(GIFT_HEADERS, FIELDS),
  rows: async (reader, donorIds, language) => {
    const donors = await readDonors(reader, donorIds);
    const rows = await reader
      .selectFrom('gift')
      .selectAll()
      .where('donor_id', 'in', inList(donorIds))
      .orderBy('day')
      .orderBy('id')
      .execute();
    const gifts = groupByDonor(rows, (row): ExportRow => [
      row.external_id ?? String(row.crm_id ?? row.id),
      '',
      { day: row.day },
      { cents: row.amount },
      'EUR',
      row.mandate_ref === null ? ONE_OFF[language] : BY_MANDATE[language],
      GIFT_WORDS[row.status][language],
      row.project,
      row.source,
    ]);
    return donorIds.flatMap((id) => {
      const donor = donors.get(id);
      if (donor === undefined) return [];
      return (gifts.get(id) ?? []).map(([number = null, , ...rest]): ExportRow => [number, fileNumber(donor), ...rest]);
    });
  },
};
