/** What the CRM last said about the detail that a correction is about. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { isSameValue, type CorrectedValue } from '../../domain/corrected-value.ts';
import type { Correction } from '../../domain/correction.ts';
import type { Reader } from '../store.ts';

type RowCorrection = Exclude<Correction, { field: 'name' }>;

interface MirrorRow {
  readonly crmId: number | null;
  readonly value: CorrectedValue;
}

/**
 * The value of the row that is corrected. When it is gone, a row that says what the correction says stands in for it:
 * somebody made it anew. Null when there is neither.
 */
export async function readMirrorValue(
  reader: Reader,
  donorId: number,
  correction: Correction,
): Promise<CorrectedValue | null> {
  if (correction.field === 'name') {
    const row = await reader
      .selectFrom('donor')
      .select(['first_name', 'prefix', 'surname'])
      .where('id', '=', donorId)
      .executeTakeFirst();
    return row === undefined ? null : { firstName: row.first_name, prefix: row.prefix, surname: row.surname };
  }
  const rows = await readMirrorRows(reader, donorId, correction);
  const own = rows.find(({ crmId }) => crmId !== null && crmId === correction.crmId);
  const same = rows.find(({ value }) => isSameValue(value, correction.value, correction.field));
  return (own ?? same)?.value ?? null;
}

/**
 * The rows of the donor, and the corrected one wherever it went: a merge takes it to the winner. One that it left with
 * the loser, who is in the bin, is gone for us: it is not hers any more.
 */
async function readMirrorRows(
  reader: Reader,
  donorId: number,
  { field, crmId }: RowCorrection,
): Promise<readonly MirrorRow[]> {
  switch (field) {
    case 'phone': {
      const rows = await reader
        .selectFrom('donor_phone')
        .select(['crm_id', 'raw'])
        .where(isOfDonor(donorId, crmId))
        .execute();
      return rows.map(({ crm_id, raw }) => ({ crmId: crm_id, value: raw }));
    }
    case 'email': {
      const rows = await reader
        .selectFrom('donor_email')
        .select(['crm_id', 'email'])
        .where(isOfDonor(donorId, crmId))
        .execute();
      return rows.map(({ crm_id, email }) => ({ crmId: crm_id, value: email }));
    }
    case 'address': {
      const rows = await reader
        .selectFrom('donor_address')
        .select(['crm_id', 'street', 'postcode', 'town', 'country'])
        .where(isOfDonor(donorId, crmId))
        .execute();
      return rows.map(({ crm_id, ...value }) => ({ crmId: crm_id, value }));
    }
  }
}

function isOfDonor(donorId: number, crmId: number | null): RawBuilder<SqlBool> {
  return sql`(donor_id = ${donorId} OR (crm_id = ${crmId}
              AND EXISTS (SELECT 1 FROM donor WHERE donor.id = donor_id AND is_removed = 0)))`;
}
