/** The contract with the practice CRM in both of its dialects, and with a real CiviCRM when one is given. */
import { afterAll } from 'vitest';
import { findSite } from '../../sync/crm/civicrm/find-site.ts';
import { siteAddresses } from '../../sync/crm/civicrm/site-address.ts';
import { startPracticeCrm, type PracticeCrm } from '../../sync/practice/server.ts';
import { describeContract } from './suite.ts';

const url = process.env['DANKBEL_CIVICRM_URL'] ?? '';
const apiKey = process.env['DANKBEL_CIVICRM_KEY'] ?? '';

if (url !== '' && apiKey !== '') {
  describeContract(url, async () => {
    const { addresses } = siteAddresses(url, true);
    const { address } = await findSite(addresses, { apiKey });
    return { address, apiKey };
  });
}

/** Only a real one was asked for: `npm run test:civicrm`. */
if (process.env['DANKBEL_CONTRACT'] !== 'real') {
  const crms: PracticeCrm[] = [];
  afterAll(async () => {
    for (const crm of crms) await crm.stop();
  });
  for (const version of ['6.17', '5.77'] as const) {
    describeContract(`the practice CRM in ${version}`, async () => {
      const fill = { kind: 'invented', donors: 20, seed: 7, date: '2026-11-21' } as const;
      const crm = await startPracticeCrm({ dataDir: ':memory:', version, fill });
      crms.push(crm);
      return { address: crm.url, apiKey: crm.apiKey };
    });
  }
}
