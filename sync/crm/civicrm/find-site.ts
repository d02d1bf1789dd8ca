/** Finds the address at which a site answers like CiviCRM, of all that what was pasted may mean. */
import type { CrmIdentity } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import { authxMissing, NotCiviCrm } from './failures.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { identify } from './identity.ts';

/**
 * Asks one address after the other, until one lets us in or says in CiviCRM's words why it does not. The addresses are
 * all of the host that was pasted, so the key goes nowhere else.
 *
 * @throws CrmFailure the most telling one
 */
export async function findSite(addresses: readonly string[], site: Omit<CiviCrmSite, 'address'>): Promise<CrmIdentity> {
  const silent = new Set<string>();
  const failures: CrmFailure[] = [];
  for (const address of addresses) {
    const { origin } = new URL(address);
    if (silent.has(origin)) continue;
    try {
      return await identify({ ...site, address });
    } catch (error) {
      if (!(error instanceof CrmFailure)) throw error;
      // It answered like CiviCRM: that is what the person has to know.
      if (!(error instanceof NotCiviCrm) && error.kind !== 'unreachable') throw error;
      // A server that does not answer does not do better at another of its pages.
      if (error.kind === 'unreachable') silent.add(origin);
      failures.push(error);
    }
  }
  for (const address of addresses.filter((each) => !silent.has(new URL(each).origin))) {
    if (await answersAsApi({ ...site, address })) throw authxMissing();
  }
  throw mostTelling(failures);
}

/** CiviCRM without the extension authx: its API answers, but nobody can be recognised by a key. */
async function answersAsApi(site: CiviCrmSite): Promise<boolean> {
  try {
    await callApi(site, 'Contact', 'get', { select: ['id'], limit: 1 });
    return true;
  } catch (error) {
    if (error instanceof CrmFailure) return !(error instanceof NotCiviCrm) && error.kind === 'forbidden';
    throw error;
  }
}

/** Where it was redirected to, else that it was a page, else that nobody answered. */
const TELLING: readonly CrmFailure['kind'][] = ['refused', 'busy', 'forbidden', 'unreachable'];

function mostTelling(failures: readonly CrmFailure[]): CrmFailure {
  const [first] = failures.toSorted((a, b) => TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind));
  if (first === undefined) throw new Error('no address was tried');
  return first;
}
