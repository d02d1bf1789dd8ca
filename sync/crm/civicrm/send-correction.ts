/**
 * Corrections, compared three ways before they are written: as it was read, as it was corrected, as it is now. The
 * write itself names the old value in its `where`, so that a change in between makes it count 0 and not a loss
 * (civicrm-api4.md §7: never `reload` on a guarded update).
 */
import { conflictSentence, type CorrectedValue } from '../../../domain/corrected-value.ts';
import { compareThreeWays, type Correction, type DetailField } from '../../../domain/correction.ts';
import { writePostcode, type PostalAddress } from '../../../domain/postal-address.ts';
import { validNumberIn } from '../../../domain/phone-number.ts';
import type { OperationAnswer } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import type { ContactState } from './contact.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { DETAIL_ENTITIES, type DetailEntity, type DetailValues } from './detail-entities.ts';
import { instantOf } from './values.ts';

/** @throws CrmFailure */
export async function sendCorrection(
  site: CiviCrmSite,
  contact: ContactState,
  correction: Correction,
): Promise<OperationAnswer> {
  switch (correction.field) {
    case 'name':
      return correctName(site, contact, correction);
    case 'phone':
      return correctDetail(site, contact, DETAIL_ENTITIES.phone, {
        crmId: correction.crmId,
        base: correction.base === null ? null : { phone: correction.base },
        mine: { phone: validNumberIn(correction.value) ?? correction.value },
      });
    case 'email':
      return correctDetail(site, contact, DETAIL_ENTITIES.email, {
        crmId: correction.crmId,
        base: correction.base === null ? null : { email: correction.base },
        mine: { email: correction.value.trim() },
      });
    case 'address':
      return correctDetail(site, contact, DETAIL_ENTITIES.address, {
        crmId: correction.crmId,
        base: correction.base === null ? null : toAddressValues(correction.base),
        mine: toAddressValues({ ...correction.value, postcode: writePostcode(correction.value.postcode) }),
      });
  }
}

/** Takes away a phone, e-mail or address that a correction made, as long as nobody has changed it since. @throws CrmFailure */
export async function removeCreated(
  site: CiviCrmSite,
  correction: Correction,
  reference: string | null,
): Promise<void> {
  if (correction.field === 'name' || reference === null) return;
  await callApi(site, DETAIL_ENTITIES[correction.field].entity, 'delete', { where: [['id', '=', Number(reference)]] });
}

async function correctName(
  site: CiviCrmSite,
  contact: ContactState,
  { base, value }: Extract<Correction, { field: 'name' }>,
): Promise<OperationAnswer> {
  const columns = (name: typeof base): Readonly<Record<string, string>> => ({
    first_name: name.firstName.trim(),
    middle_name: name.prefix.trim(),
    last_name: name.surname.trim(),
  });
  const theirs = {
    first_name: contact.first_name ?? '',
    middle_name: contact.middle_name ?? '',
    last_name: contact.last_name ?? '',
  };
  switch (compareThreeWays<Readonly<Record<string, string>>>(columns(base), columns(value), theirs, sameText)) {
    case 'same':
      return { kind: 'applied', reference: null };
    case 'conflict':
      return conflict(
        contact,
        { firstName: theirs.first_name, prefix: theirs.middle_name, surname: theirs.last_name },
        'name',
      );
    case 'write': {
      const { count } = await callApi(site, 'Contact', 'update', {
        where: [['id', '=', contact.id], ['is_deleted', '=', false], ...guardOf(theirs)],
        values: columns(value),
      });
      return count === 0 ? changedMeanwhile() : { kind: 'applied', reference: null };
    }
  }
}

interface DetailCorrection {
  readonly crmId: number | null;
  readonly base: DetailValues | null;
  readonly mine: DetailValues;
}

async function correctDetail(
  site: CiviCrmSite,
  contact: ContactState,
  detail: DetailEntity,
  { crmId, base, mine }: DetailCorrection,
): Promise<OperationAnswer> {
  const contactId = contact.id;
  const rows = await detail.read(site, contactId);
  const already = rows.find(({ values }) => detail.equals(values, mine));
  if (already !== undefined) return { kind: 'applied', reference: String(already.id) };
  if (crmId === null || base === null) return createDetail(site, contactId, detail, mine);
  const row = rows.find(({ id }) => id === crmId);
  // The row is gone: somebody took it away meanwhile, and only a person can say which of the two is right.
  if (row === undefined) return conflict(contact, null, detail.field);
  if (compareThreeWays(base, mine, row.values, detail.equals) === 'conflict') {
    return conflict(contact, detail.toValue(row.values), detail.field);
  }
  const { count } = await callApi(site, detail.entity, 'update', {
    where: [['id', '=', row.id], ['contact_id', '=', contactId], ...guardOf(row.values)],
    // A copy of another contact's address is cut loose first: writing to it would rewrite hers as well (§7).
    values: { ...mine, ...(row.isCopy ? { master_id: null } : {}) },
  });
  return count === 0 ? changedMeanwhile() : { kind: 'applied', reference: String(row.id) };
}

async function createDetail(
  site: CiviCrmSite,
  contactId: number,
  detail: DetailEntity,
  mine: DetailValues,
): Promise<OperationAnswer> {
  const { values } = await callApi(site, detail.entity, 'create', {
    values: { contact_id: contactId, ...mine, ...detail.newRow(mine) },
  }).catch(async (error: unknown) => {
    // An error 500 does not mean that nothing was written (§7).
    if (!(error instanceof CrmFailure) || error.kind !== 'busy') throw error;
    const written = (await detail.read(site, contactId)).find(({ values }) => detail.equals(values, mine));
    if (written === undefined) throw error;
    return { values: [{ id: written.id }] };
  });
  const [created] = values;
  const id = typeof created === 'object' && created !== null && 'id' in created ? Number(created.id) : Number.NaN;
  if (Number.isInteger(id)) return { kind: 'applied', reference: String(id) };
  return changedMeanwhile();
}

/** Every column as it was read; CiviCRM keeps an empty text as NULL. */
function guardOf(values: DetailValues): readonly unknown[] {
  return Object.entries(values).map(([column, value]) =>
    value === ''
      ? [
          'OR',
          [
            [column, 'IS NULL'],
            [column, '=', ''],
          ],
        ]
      : [column, '=', value],
  );
}

function sameText(a: DetailValues, b: DetailValues): boolean {
  return Object.keys({ ...a, ...b }).every((column) => (a[column] ?? '').trim() === (b[column] ?? '').trim());
}

function toAddressValues({ street, postcode, town, country }: PostalAddress): DetailValues {
  return {
    street_address: street.trim(),
    postal_code: postcode.trim(),
    city: town.trim(),
    'country_id:name': country.trim(),
  };
}

/** @param theirs null: the row was removed */
function conflict(contact: ContactState, theirs: CorrectedValue | null, field: DetailField): OperationAnswer {
  // The stamp is of the whole contact, and only shown: nothing is decided by it.
  const theirsAt = instantOf(contact.modified_date ?? '');
  return { kind: 'conflict', why: conflictSentence(theirs, field), theirs, theirsAt };
}

/** Somebody was quicker by a moment: read again and compare again. */
function changedMeanwhile(): never {
  throw new CrmFailure('busy', {
    nl: 'Het veranderde juist in het CRM. Het wordt vanzelf opnieuw bekeken.',
    en: 'It was just being changed in the CRM. It is looked at again by itself.',
  });
}
