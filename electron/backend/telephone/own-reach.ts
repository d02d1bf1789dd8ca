/**
 * The telephone system of an organisation often stands beside its CRM, with a certificate of the same issuer: whom the
 * connection trusts besides the usual ones vouches for the telephone as well (docs/decisions/0033).
 */
import { readSetting } from '../../../db/queries/settings.ts';
import type { Store } from '../../../db/store.ts';
import { fetchTrusting } from '../../../sync/crm/civicrm/own-authority.ts';
import { CONNECTION } from '../profile-settings.ts';
import { USUAL_REACH, type Reach } from './ask-system.ts';

/** @returns how the system is reached at this moment: another issuer, or none, holds from the next call on */
export function ownReach(store: Store): () => Promise<Reach> {
  let trusting: { readonly pem: string; readonly reach: Reach } | null = null;
  return async () => {
    const connection = await readSetting(store.reader, CONNECTION);
    const pem = connection?.kind === 'civicrm' ? connection.authority : undefined;
    if (pem === undefined) return USUAL_REACH;
    if (trusting?.pem !== pem) trusting = { pem, reach: { ...USUAL_REACH, fetch: fetchTrusting(pem) } };
    return trusting.reach;
  };
}
