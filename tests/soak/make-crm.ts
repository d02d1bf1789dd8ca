/** A practice CRM in which everybody gave a fortnight ago, and workstations that have pulled it, each of another user. */
import { join } from 'node:path';
import type { Instant } from '../../domain/calendar/day.ts';
import { connectProfile } from '../../electron/backend/connect.ts';
import { startPracticeCrm } from '../../sync/practice/server.ts';
import { openAt } from '../durability/evening.ts';
import { Network } from '../simulation/network.ts';

const DAY_MILLISECONDS = 86_400_000;
/** Names are no business of this proof. */
const NAMES = ['Aaltje', 'Bram', 'Chaima', 'Dirk', 'Eefje', 'Fatih', 'Gonny', 'Henk', 'Ilse', 'Jip', 'Kees', 'Lotte'];

export interface Made {
  readonly crm: string;
  /** Profiles that are connected and have pulled everything. */
  readonly profiles: readonly string[];
}

/** @param start of the day on which everybody is to be called */
export async function makeCrm(folder: string, donors: number, start: Instant): Promise<Made> {
  const crmFolder = join(folder, 'crm');
  let time = Date.parse(start) - DAY_MILLISECONDS;
  const crm = await startPracticeCrm({ dataDir: crmFolder, clock: () => new Date(time) });
  const network = new Network({ ...crm, administrator: crm.keys.admin });
  const gaveAt = new Date(Date.parse(start) - 14 * DAY_MILLISECONDS).toISOString();
  for (let number = 1; number <= donors; number += 1) {
    time += 1_000;
    await addDonor(network, number, gaveAt);
  }
  network.close();
  time = Date.parse(start);
  const profiles: string[] = [];
  for (const apiKey of [crm.keys.link, crm.keys.caller, crm.keys.admin]) {
    const profile = join(folder, `pulled-${profiles.length}`);
    const backend = await openAt({ folder: profile, now: () => start, random: () => 0.5, crmUrl: crm.url });
    await connectProfile(backend.store, { url: crm.url, apiKey, isPractice: true });
    await backend.reconnect();
    const report = await backend.sync.run(true);
    if (report === null || report.failure !== null) throw new Error(`not pulled: ${report?.failure?.message}`);
    await backend.close();
    profiles.push(profile);
  }
  await crm.stop();
  return { crm: crmFolder, profiles };
}

async function addDonor(network: Network, number: number, gaveAt: Instant): Promise<void> {
  const firstName = NAMES[number % NAMES.length] ?? '';
  const [contact] = await network.administrate('Contact', 'create', {
    values: {
      contact_type: 'Individual',
      first_name: firstName,
      last_name: `Duurzaam${number}`,
      external_identifier: `DUUR-${number}`,
    },
  });
  const about = { contact_id: contact?.['id'], 'location_type_id:name': 'Home' };
  const phone = `06 ${String(10_000_000 + number)}`;
  await network.administrate('Phone', 'create', { values: { ...about, 'phone_type_id:name': 'Mobile', phone } });
  await network.administrate('Email', 'create', { values: { ...about, email: `donateur${number}@voorbeeld.nl` } });
  await network.administrate('Contribution', 'create', {
    values: {
      contact_id: contact?.['id'],
      'financial_type_id:name': 'Donation',
      total_amount: 25 + (number % 50),
      receive_date: gaveAt,
      'contribution_status_id:name': 'Completed',
    },
  });
}
