/** What an administrator's `crmHost` means for Salesforce, which has two addresses: where people sign in, and where the data is. */
import { CrmFailure } from '../../../sync/crm-failure.ts';
import { mayConnectTo, refuseHost, type Policy } from '../policy/policy.ts';
import { PRODUCTION, SANDBOX } from './login-address.ts';

const SHARED = new Set([PRODUCTION, SANDBOX].map((address) => new URL(address).host));

/**
 * Throws unless the API may be asked there. A `crmHost` that is Salesforce's common page for signing in allows the
 * organisations behind it, which all have addresses of their own; any other allows itself alone.
 */
export function demandByPolicy(policy: Policy): (instanceUrl: string) => void {
  return (instanceUrl) => {
    const { crmHost } = policy;
    if (mayConnectTo(policy, instanceUrl)) return;
    const isBehindShared = crmHost !== undefined && SHARED.has(crmHost) && isOfSalesforce(instanceUrl);
    if (!isBehindShared) throw new CrmFailure('refused', refuseHost(policy));
  };
}

function isOfSalesforce(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.salesforce.com');
}
