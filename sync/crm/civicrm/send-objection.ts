/** An objection against calls: `do_not_phone`. It wins over whatever the CRM has, so nothing is compared. */
import { OBJECTION_WAS_SET } from '../../../db/mirror/apply-operation.ts';
import type { OperationAnswer } from '../../connector.ts';
import { callApi, type CiviCrmSite } from './http.ts';

/** @throws CrmFailure */
export async function sendObjection(
  site: CiviCrmSite,
  contactId: number,
  wasSetBefore: boolean,
): Promise<OperationAnswer> {
  await setDoNotPhone(site, contactId, true);
  return { kind: 'applied', reference: wasSetBefore ? 'was set' : OBJECTION_WAS_SET };
}

/** Takes an objection back that was recorded by mistake; a flag that stood there before stays. @throws CrmFailure */
export async function undoObjection(site: CiviCrmSite, contactId: number, reference: string | null): Promise<void> {
  if (reference === OBJECTION_WAS_SET) await setDoNotPhone(site, contactId, false);
}

async function setDoNotPhone(site: CiviCrmSite, contactId: number, flag: boolean): Promise<void> {
  await callApi(site, 'Contact', 'update', {
    where: [
      ['id', '=', contactId],
      ['is_deleted', '=', false],
    ],
    values: { do_not_phone: flag },
  });
}
