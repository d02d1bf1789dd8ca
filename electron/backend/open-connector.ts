/** The connector of the CRM that a profile is connected to, whichever it is. */
import { readSetting } from '../../db/queries/settings.ts';
import type { Store } from '../../db/store.ts';
import type { Connector } from '../../sync/connector.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';
import type { CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { createSalesforceConnector } from '../../sync/crm/salesforce/connector.ts';
import { readSite } from './connection.ts';
import { CONNECTION } from './profile-settings.ts';
import { readOrg, type ReachSalesforce } from './salesforce/read-org.ts';

/** How the CRMs are reached. */
export interface CrmReach {
  readonly civicrm: (site: CiviCrmSite) => Connector;
  readonly salesforce: ReachSalesforce;
  /** For the proof only: lets it watch what goes through the connector of Salesforce. */
  readonly watchSalesforce: (connector: Connector) => Connector;
}

export const USUAL_REACH: CrmReach = {
  civicrm: createCiviCrmConnector,
  salesforce: {},
  watchSalesforce: (connector) => connector,
};

/** Null without a CRM. @param isDetached it goes on when the profile is closed */
export async function openConnector(store: Store, reach: CrmReach, isDetached = false): Promise<Connector | null> {
  const site = await readSite(store.reader);
  if (site !== null) return reach.civicrm(site);
  const org = await readOrg(store, reach.salesforce, isDetached);
  return org === null ? null : reach.watchSalesforce(createSalesforceConnector(org));
}

/** Where the CRM is; null without one. For Salesforce that is where people sign in. */
export async function addressOfCrm(store: Store): Promise<string | null> {
  const connection = await readSetting(store.reader, CONNECTION);
  if (connection === null) return null;
  return connection.kind === 'salesforce' ? connection.loginUrl : connection.address;
}
