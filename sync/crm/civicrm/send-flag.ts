/**
 * A flag of a contact that a coordinator said yes to: that the donor has died, or wants no e-mail. Setting it twice is
 * setting it once, and what stands there already is left alone.
 */
import type { FlagOperation } from '../../../domain/operation.ts';
import type { OperationAnswer } from '../../connector.ts';
import type { ContactState } from './contact.ts';
import { callApi, type CiviCrmSite } from './http.ts';

/** @throws CrmFailure */
export async function sendFlag(
  site: CiviCrmSite,
  contact: ContactState,
  { flag, value }: Pick<FlagOperation, 'flag' | 'value'>,
): Promise<OperationAnswer> {
  if ((contact[flag] === true) !== value) {
    await callApi(site, 'Contact', 'update', {
      where: [
        ['id', '=', contact.id],
        ['is_deleted', '=', false],
      ],
      values: { [flag]: value },
    });
  }
  return { kind: 'applied', reference: null };
}

/** Brings back what it was, unless it was so already before this. @throws CrmFailure */
export async function undoFlag(
  site: CiviCrmSite,
  contact: ContactState,
  { flag, value, wasBefore }: FlagOperation,
): Promise<OperationAnswer> {
  return wasBefore === value
    ? { kind: 'applied', reference: null }
    : sendFlag(site, contact, { flag, value: wasBefore });
}
