/** A Salesforce for a workstation in a browser: with a donor to call, and the callback addresses that an administrator fills in. */
import { CALLBACK_ADDRESSES } from '../../../domain/salesforce/callback.ts';
import { addRecord, startSalesforce, type SalesforceStandIn } from '../../salesforce/stand-in.ts';
import { AFTERNOON } from '../../support/ready.ts';

const HOUR_MILLISECONDS = 3_600_000;

export async function salesforceWithDonors(): Promise<SalesforceStandIn> {
  let offset = Date.parse(AFTERNOON) - Date.now() - HOUR_MILLISECONDS;
  const org = await startSalesforce({ clock: () => new Date(Date.now() + offset), name: 'Stichting Elk Kind Zwemt' });
  for (const address of CALLBACK_ADDRESSES) org.oauth.redirectUris.add(address);
  for (const [FirstName, LastName, MobilePhone] of [
    ['Noor', 'Bos', '06 12345678'],
    ['Teun', 'Visser', '06 12345679'],
  ]) {
    const contact = addRecord(org, 'Contact', { FirstName, LastName, MobilePhone });
    addRecord(org, 'Opportunity', {
      Amount: 25,
      CloseDate: '2026-11-07',
      StageName: 'Closed Won',
      npsp__Primary_Contact__c: contact,
    });
  }
  offset += HOUR_MILLISECONDS;
  return org;
}

/** The calls that arrived, by what stands in their subject. */
export function tasksIn(org: SalesforceStandIn): readonly string[] {
  return Object.values(org.state.tables['Task'] ?? {}).map(({ Subject }) => String(Subject));
}
