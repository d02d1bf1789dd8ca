/** What Salesforce must do for Dankbel, promise by promise as with every CRM; here on a stand-in, or on a real organisation. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { SalesforceOrg } from '../../../sync/crm/salesforce/http.ts';
import { describeCalls } from './calls.ts';
import { describeClaims } from './claims.ts';
import { describeCorrections } from './corrections.ts';
import { describeFinding } from './finding.ts';
import { describeNonprofitCloud } from './nonprofit-cloud.ts';
import { describeNpsp } from './npsp.ts';
import type { Kind } from './own-contacts.ts';
import { ReachedOrg } from './reached-org.ts';
import { describeReading } from './reading.ts';
import { describeWishes } from './wishes.ts';

/** @param reach the organisation to ask, ready before the first test */
export function describeSalesforce(name: string, kind: Kind, reach: () => Promise<SalesforceOrg>): void {
  describe(`the contract with ${name}`, () => {
    const reached = new ReachedOrg(kind);
    beforeAll(() => reached.open(reach));
    afterAll(() => reached.own.removeAll());

    describeReading(reached);
    describeCalls(reached);
    describeWishes(reached);
    describeCorrections(reached);
    describeClaims(reached);
    describeFinding(reached);
    if (kind === 'npsp') describeNpsp(reached);
    else describeNonprofitCloud(reached);
  });
}
