/** The Salesforce organisation of a profile, as the connector needs it. */
import { readSetting } from '../../../db/queries/settings.ts';
import type { Store } from '../../../db/store.ts';
import { createBudget } from '../../../sync/crm/salesforce/budget.ts';
import type { SalesforceOrg } from '../../../sync/crm/salesforce/http.ts';
import { numbersInStore } from '../../../sync/crm/salesforce/numbers-in-store.ts';
import { numbersInMemory } from '../../../sync/crm/salesforce/numbers.ts';
import { keepTokens, type TokenClient, type Tokens, type TokenStore } from '../../../sync/crm/salesforce/tokens.ts';
import { CONNECTION } from '../profile-settings.ts';
import { descriptionsInStore } from './descriptions-in-store.ts';
import { tokensInStore } from './tokens-in-store.ts';

/** How Salesforce is reached; the network and the clock of this computer when absent. */
export type ReachSalesforce = Pick<SalesforceOrg, 'fetch' | 'pause' | 'now'> & Pick<TokenClient, 'demandAllowed'>;

/**
 * Null for a profile that is not connected to Salesforce.
 *
 * @param isDetached it goes on when the profile is closed, with what is known now; nothing is kept any more
 */
export async function readOrg(
  store: Store,
  reach: ReachSalesforce = {},
  isDetached = false,
): Promise<SalesforceOrg | null> {
  const connection = await readSetting(store.reader, CONNECTION);
  if (connection?.kind !== 'salesforce') return null;
  const { loginUrl, clientId, contactId, organisation, organisationMark } = connection;
  const whose = `${organisationMark?.hash} ${contactId}`;
  const tokens = isDetached ? tokensInMemory(await tokensInStore(store).read()) : tokensInStore(store);
  return {
    ...reach,
    tokens: keepTokens({ loginUrl, clientId, fetch: reach.fetch, demandAllowed: reach.demandAllowed }, tokens),
    numbers: isDetached ? numbersInMemory() : numbersInStore(store),
    budget: createBudget(reach.now ?? Date.now),
    ...(isDetached ? {} : { descriptions: descriptionsInStore(store, whose) }),
    ...(organisationMark === undefined ? {} : { known: { name: organisation, ...organisationMark } }),
  };
}

export function tokensInMemory(tokens: Tokens): TokenStore {
  let known = tokens;
  return {
    read: () => Promise.resolve(known),
    write: (next) => {
      known = next;
      return Promise.resolve();
    },
  };
}
