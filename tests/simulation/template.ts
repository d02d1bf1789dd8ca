/**
 * A small CRM and a workstation that has pulled it, made once and copied for every seed: a seed then begins within
 * milliseconds.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { connectProfile } from '../../electron/backend/connect.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { openBackend } from '../../electron/backend/open-backend.ts';
import { startPracticeCrm } from '../../sync/practice/server.ts';
import { Network } from './network.ts';

/** When the evenings of the simulation begin. */
export const STARTS = {
  saturday: '2026-11-21T13:00:00.000Z',
  /** The clock goes back an hour at 01:00 UTC. */
  'end of summer time': '2026-10-25T00:15:00.000Z',
  /** The clock skips an hour at 01:00 UTC. */
  'begin of summer time': '2027-03-28T00:15:00.000Z',
} as const;
export type StartName = keyof typeof STARTS;

export const VERSIONS = ['6.17', '5.77'] as const;
export type SiteVersion = (typeof VERSIONS)[number];

export interface Template {
  readonly crm: string;
  /** A profile that is connected and has pulled everything. */
  readonly pulled: string;
  /** A profile that is connected, and has pulled nothing. */
  readonly connected: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const FIRST_NAMES = [
  'Aaltje',
  'Bram',
  'Chaima',
  'Dirk',
  'Eefje',
  'Fatih',
  'Gonny',
  'Henk',
  'Ilse',
  'Jip',
  'Kees',
  'Lotte',
];
export const SURNAMES = ['Aerts', 'Bos', 'Cats', 'Dam', 'Eik', 'Faber', 'Gans', 'Haan', 'Iep', 'Jonker', 'Kok', 'Lam'];

export async function makeTemplate(folder: string, version: SiteVersion, start: StartName): Promise<Template> {
  const crmFolder = join(folder, 'crm');
  const begin = Date.parse(STARTS[start]);
  const clock = { time: begin - 5 * HOUR };
  const crm = await startPracticeCrm({ dataDir: crmFolder, version, clock: () => new Date(clock.time) });
  const network = new Network({ ...crm, administrator: crm.keys.admin });
  let sharedAddress: unknown = null;
  for (const [index, firstName] of FIRST_NAMES.entries()) {
    clock.time += 20 * 60_000;
    sharedAddress = await addDonor(network, { index, firstName, begin, sharedAddress });
  }
  network.close();
  clock.time = begin;
  const connected = join(folder, 'connected');
  const pulled = join(folder, 'pulled');
  const open = (profile: string): ReturnType<typeof openBackend> =>
    openBackend({
      folder: profile,
      now: () => STARTS[start],
      random: () => 0.5,
      log: SILENT_LOG,
      syncsByItself: false,
    });
  const backend = await open(connected);
  await connectProfile(backend.store, { url: crm.url, apiKey: crm.apiKey, isPractice: true });
  // Every seed would take the snapshot of the day otherwise.
  await backend.store.snapshot(STARTS[start]);
  await backend.close();
  cpSync(connected, pulled, { recursive: true });
  const pulling = await open(pulled);
  const report = await pulling.sync.run(true);
  if (report === null || report.failure !== null) throw new Error('the template could not be pulled');
  await pulling.close();
  await crm.stop();
  return { crm: crmFolder, pulled, connected };
}

interface NewDonor {
  readonly index: number;
  readonly firstName: string;
  readonly begin: number;
  readonly sharedAddress: unknown;
}

/** Twelve donors of all kinds whose turn it is. @returns the address that the next one may share */
async function addDonor(network: Network, { index, firstName, begin, sharedAddress }: NewDonor): Promise<unknown> {
  const surname = SURNAMES[index] ?? 'Bos';
  const [contact] = await network.administrate('Contact', 'create', {
    values: {
      contact_type: 'Individual',
      first_name: firstName,
      middle_name: index % 4 === 1 ? 'van de' : '',
      last_name: surname,
      external_identifier: `SIM-${index + 1}`,
    },
  });
  const contactId = contact?.['id'];
  const phone = { contact_id: contactId, 'location_type_id:name': 'Home', 'phone_type_id:name': 'Mobile' };
  await network.administrate('Phone', 'create', { values: { ...phone, phone: `06 1000 ${String(1_000 + index)}` } });
  if (index % 3 === 0) {
    const second = { ...phone, 'phone_type_id:name': 'Phone', phone: `038 45${String(10_000 + index)}` };
    await network.administrate('Phone', 'create', { values: second });
  }
  if (index % 5 !== 4) {
    await network.administrate('Email', 'create', {
      values: { contact_id: contactId, email: `${firstName}@voorbeeld.nl`, 'location_type_id:name': 'Home' },
    });
  }
  const home = { street_address: `Wilgenhof ${index + 1}`, postal_code: '8031 XD', city: 'Zwolle' };
  const isShared = index % 4 === 1 && sharedAddress !== null;
  const [address] = await network.administrate('Address', 'create', {
    values: {
      contact_id: contactId,
      'location_type_id:name': 'Home',
      'country_id:name': 'NL',
      ...(isShared ? { master_id: sharedAddress } : home),
    },
  });
  const receivedAt = new Date(begin - (12 + (index % 5)) * DAY).toISOString();
  await network.administrate('Contribution', 'create', {
    values: {
      contact_id: contactId,
      'financial_type_id:name': 'Donation',
      total_amount: index % 6 === 5 ? 2_500 : 25 + index,
      receive_date: receivedAt,
      'contribution_status_id:name': 'Completed',
    },
  });
  return index % 4 === 0 ? address?.['id'] : null;
}
