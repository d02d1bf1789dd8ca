/** A workstation that is signed in at a stand-in of Salesforce with one donor, and a clock that stands still. */
import { openBackend, type OpenBackend } from '../../electron/backend/open-backend.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { adoptSalesforce } from '../../electron/backend/salesforce/adopt.ts';
import type { SyncReport } from '../../sync/engine.ts';
import { People } from '../salesforce/people.ts';
import { startSalesforce, type SalesforceOptions, type SalesforceStandIn } from '../salesforce/stand-in.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { whenDone } from './when-done.ts';

const NOW = '2026-11-21T13:00:00.000Z';

export interface Evening {
  readonly org: SalesforceStandIn;
  readonly backend: OpenBackend;
  readonly clock: { time: number };
  readonly contactId: string;
  readonly giftId: string;
  readonly sync: () => Promise<SyncReport>;
}

export async function organisation(options: SalesforceOptions = {}): Promise<SalesforceStandIn> {
  const org = await startSalesforce(options);
  whenDone(() => org.stop());
  return org;
}

export function addDonor(org: SalesforceStandIn): { readonly contactId: string; readonly giftId: string } {
  const people = new People(org);
  const values = { FirstName: 'Noor', LastName: 'Bos', MobilePhone: '06 12345678', Email: 'noor@voorbeeld.nl' };
  // Without either of the two there is nobody whom a gift could be of.
  const contactId = people.hasPeople ? people.add(values) : '';
  const giftId = people.hasGifts ? people.addGift(contactId, 25, '2026-11-07') : '';
  return { contactId, giftId };
}

export async function connectedEvening(options: SalesforceOptions = {}): Promise<Evening> {
  const clock = { time: Date.parse(NOW) - 3_600_000 };
  const org = await organisation({ ...options, clock: () => new Date(clock.time) });
  const donor = addDonor(org);
  clock.time = Date.parse(NOW);
  const now = (): number => clock.time;
  const pause = (milliseconds: number): Promise<void> => {
    clock.time += milliseconds;
    return Promise.resolve();
  };
  const backend = await openBackend({
    folder: temporaryFolder(),
    now: () => new Date(clock.time).toISOString(),
    random: () => 0.5,
    log: SILENT_LOG,
    syncsByItself: false,
    salesforce: { now, pause },
  });
  whenDone(() => backend.close());
  const tokens = { ...org.oauth.signIn(), instanceUrl: org.url };
  await adoptSalesforce(backend.store, { loginUrl: org.url, clientId: org.oauth.clientId, tokens }, null, {
    now,
    pause,
  });
  await backend.reconnect();
  const sync = async (): Promise<SyncReport> => {
    const report = await backend.sync.run(true);
    if (report === null) throw new Error('not connected');
    return report;
  };
  return { org, backend, clock, sync, ...donor };
}
