/** The contract with the stand-in in several shapes, and with a real organisation when one is given. */
import { afterAll } from 'vitest';
import { createBudget } from '../../../sync/crm/salesforce/budget.ts';
import { numbersInMemory } from '../../../sync/crm/salesforce/numbers.ts';
import { keepTokens } from '../../../sync/crm/salesforce/tokens.ts';
import { signedIn, tokensInMemory } from '../../salesforce/connect.ts';
import type { StandInOptions } from '../../salesforce/objects.ts';
import { startSalesforce, type SalesforceStandIn } from '../../salesforce/stand-in.ts';
import { describeSalesforce } from './suite.ts';

const { env } = process;
const real = {
  loginUrl: env['DANKBEL_SALESFORCE_LOGIN'] ?? '',
  clientId: env['DANKBEL_SALESFORCE_CLIENT'] ?? '',
  refreshToken: env['DANKBEL_SALESFORCE_REFRESH'] ?? '',
};

if (Object.values(real).every((value) => value !== '')) {
  const kind = env['DANKBEL_SALESFORCE_KIND'] === 'nonprofit-cloud' ? 'nonprofit-cloud' : 'npsp';
  describeSalesforce(real.loginUrl, kind, async () => {
    const tokens = keepTokens(
      real,
      tokensInMemory({ accessToken: '', refreshToken: real.refreshToken, instanceUrl: real.loginUrl }),
    );
    await tokens.renew(await tokens.read());
    return { tokens, numbers: numbersInMemory(), budget: createBudget(() => Date.now()) };
  });
}

/** Only a real one was asked for: `npm run test:salesforce`. */
if (env['DANKBEL_CONTRACT'] !== 'real') {
  const orgs: SalesforceStandIn[] = [];
  afterAll(async () => {
    for (const org of orgs) await org.stop();
  });
  const shapes: Readonly<Record<string, StandInOptions>> = {
    'the stand-in of Salesforce': {},
    'a Dutch one with NPSP’s workflows, codes of countries and without middle names': {
      isDutch: true,
      hasPreferredWorkflows: true,
      hasCountryCodes: true,
      hasMiddleName: false,
    },
    'one with Nonprofit Cloud': { hasNpsp: false, hasNonprofitCloud: true },
  };
  for (const [name, options] of Object.entries(shapes)) {
    describeSalesforce(name, options.hasNonprofitCloud === true ? 'nonprofit-cloud' : 'npsp', async () => {
      // Its clock goes faster than ours, so that no test waits for the second to be over.
      const began = Date.now();
      let ticks = 0;
      const clock = (): Date => new Date(began + (ticks += 700));
      const org = await startSalesforce({ ...options, clock });
      orgs.push(org);
      return { ...signedIn(org), pause: () => Promise.resolve() };
    });
  }
}
