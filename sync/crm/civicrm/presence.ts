/**
 * A key that a proxy strips gives an empty answer with HTTP 200 (civicrm-api4.md §2), also in the middle of a pull. So
 * nothing empty is believed before the CRM has said again who we are, and has given the same answer once more.
 */
import { anonymous } from './failures.ts';
import { callApi, type CiviCrmSite } from './http.ts';

/** @throws CrmFailure when nobody knows who we are */
export async function requirePresence(site: CiviCrmSite): Promise<void> {
  const { values } = await callApi(site, 'Contact', 'get', {
    select: ['id'],
    where: [['id', '=', 'user_contact_id']],
    limit: 1,
  });
  if (values.length !== 1) throw anonymous();
}

/** The rows of a `get`; an empty answer only when it is one. @throws CrmFailure */
export async function getRows(site: CiviCrmSite, entity: string, params: object): Promise<readonly unknown[]> {
  const { values } = await callApi(site, entity, 'get', params);
  if (values.length > 0) return values;
  await requirePresence(site);
  return (await callApi(site, entity, 'get', params)).values;
}
