/** A connector's side of a stand-in: signed in already. */
import { createBudget } from '../../sync/crm/salesforce/budget.ts';
import type { SalesforceOrg } from '../../sync/crm/salesforce/http.ts';
import { numbersInMemory } from '../../sync/crm/salesforce/numbers.ts';
import { keepTokens, type Tokens, type TokenStore } from '../../sync/crm/salesforce/tokens.ts';
import type { SalesforceStandIn } from './stand-in.ts';

export function tokensInMemory(first: Tokens): TokenStore & { readonly written: Tokens[] } {
  const written = [first];
  return {
    written,
    read: () => Promise.resolve(written.at(-1) ?? first),
    write: (tokens) => {
      written.push(tokens);
      return Promise.resolve();
    },
  };
}

export function signedIn(org: SalesforceStandIn, store?: TokenStore): SalesforceOrg {
  const tokens = store ?? tokensInMemory({ ...org.oauth.signIn(), instanceUrl: org.url });
  return {
    tokens: keepTokens({ loginUrl: org.url, clientId: org.oauth.clientId }, tokens),
    numbers: numbersInMemory(),
    budget: createBudget(() => Date.now()),
  };
}
