/** Connects a profile to the Salesforce that somebody just signed in to: nothing is kept before it has said who we are. */
import { writeSetting } from '../../../db/queries/settings.ts';
import type { Store } from '../../../db/store.ts';
import type { CrmIdentity } from '../../../sync/connector.ts';
import { createBudget } from '../../../sync/crm/salesforce/budget.ts';
import { createSalesforceConnector } from '../../../sync/crm/salesforce/connector.ts';
import { numbersInMemory } from '../../../sync/crm/salesforce/numbers.ts';
import { keepTokens, type Tokens } from '../../../sync/crm/salesforce/tokens.ts';
import { adoptConnection, type ConnectTrace } from '../connect.ts';
import { tokensInMemory, type ReachSalesforce } from './read-org.ts';
import { TOKENS } from './tokens-in-store.ts';

export interface SignedIn {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly tokens: Tokens;
}

/**
 * @param trace null for a profile that is made ready by the program itself
 * @throws ConnectRefusal, or CrmFailure when Salesforce does not let us in
 */
export async function adoptSalesforce(
  store: Store,
  { loginUrl, clientId, tokens }: SignedIn,
  trace: ConnectTrace | null,
  reach: ReachSalesforce = {},
): Promise<CrmIdentity> {
  const kept = tokensInMemory(tokens);
  const identity = await createSalesforceConnector({
    ...reach,
    tokens: keepTokens({ loginUrl, clientId, fetch: reach.fetch, demandAllowed: reach.demandAllowed }, kept),
    numbers: numbersInMemory(),
    budget: createBudget(reach.now ?? Date.now),
  }).identify();
  const renewed = await kept.read();
  const { organisation, organisationMark, contactId, address } = identity;
  const mark = organisationMark === null ? {} : { organisationMark };
  await adoptConnection(store, identity, {
    connection: { kind: 'salesforce', address, organisation, contactId, ...mark, loginUrl, clientId },
    isPractice: false,
    trace,
    also: (writer) => writeSetting(writer, TOKENS, renewed),
  });
  return identity;
}
