/** A small Salesforce and a workstation that has pulled it, made once and copied for every seed. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { SILENT_LOG } from '../../../electron/backend/log.ts';
import { openBackend } from '../../../electron/backend/open-backend.ts';
import { adoptSalesforce } from '../../../electron/backend/salesforce/adopt.ts';
import type { StandInOptions } from '../../salesforce/objects.ts';
import { People } from '../../salesforce/people.ts';
import { startSalesforce, type SalesforceStandIn } from '../../salesforce/stand-in.ts';
import type { SimulatedCrm } from '../plan.ts';
import { FIRST_NAMES, STARTS, SURNAMES, type StartName, type Template } from '../template.ts';

export const ORG_FILE = 'org.json';
/** In every seed: a session of the template goes on. */
export const SIGNED_IN = { accessToken: 'template', refreshToken: 'template' };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What an evening's organisation is. */
export function shapeOf(crm: SimulatedCrm): StandInOptions {
  return crm === 'nonprofit-cloud' ? { hasNpsp: false, hasNonprofitCloud: true } : {};
}

export async function makeSalesforceTemplate(folder: string, start: StartName, crm: SimulatedCrm): Promise<Template> {
  const crmFolder = join(folder, 'crm');
  const begin = Date.parse(STARTS[start]);
  const clock = { time: begin - 5 * HOUR };
  const org = await startSalesforce({
    clock: () => new Date(clock.time),
    file: join(crmFolder, ORG_FILE),
    ...shapeOf(crm),
  });
  org.oauth.admit(SIGNED_IN);
  let household: string | null = null;
  for (const [index, firstName] of FIRST_NAMES.entries()) {
    clock.time += 20 * 60_000;
    household = addDonor(org, { index, firstName, begin, household });
  }
  clock.time = begin;
  org.save();
  const connected = join(folder, 'connected');
  const pulled = join(folder, 'pulled');
  const open = (profile: string): ReturnType<typeof openBackend> =>
    openBackend({
      folder: profile,
      now: () => STARTS[start],
      random: () => 0.5,
      log: SILENT_LOG,
      syncsByItself: false,
      salesforce: { now: () => begin },
    });
  const backend = await open(connected);
  await adoptSalesforce(
    backend.store,
    { loginUrl: org.url, clientId: org.oauth.clientId, tokens: { ...SIGNED_IN, instanceUrl: org.url } },
    null,
    { now: () => begin },
  );
  // Every seed would take the snapshot of the day otherwise.
  await backend.store.snapshot(STARTS[start]);
  await backend.close();
  cpSync(connected, pulled, { recursive: true });
  const pulling = await open(pulled);
  const report = await pulling.sync.run(true);
  if (report === null || report.failure !== null)
    throw new Error(`the template could not be pulled: ${report?.failure?.message}`);
  await pulling.close();
  await org.stop();
  return { crm: crmFolder, pulled, connected };
}

interface NewDonor {
  readonly index: number;
  readonly firstName: string;
  readonly begin: number;
  /** The one that the next one may live in. */
  readonly household: string | null;
}

/** Twelve donors of all kinds whose turn it is, some in one household. @returns the household that the next may share */
function addDonor(org: SalesforceStandIn, { index, firstName, begin, household }: NewDonor): string | null {
  const isShared = index % 4 === 1 && household !== null;
  const mobile = `06 1000 ${String(1_000 + index)}`;
  const people = new People(org);
  const id = people.add({
    FirstName: firstName,
    MiddleName: index % 4 === 1 ? 'van de' : null,
    LastName: SURNAMES[index] ?? 'Bos',
    MobilePhone: mobile,
    // As NPSP keeps it: the preferred one twice.
    Phone: index % 2 === 0 ? mobile : null,
    HomePhone: index % 3 === 0 ? `038 45${String(10_000 + index)}` : null,
    Email: index % 5 === 4 ? null : `${firstName.toLowerCase()}@voorbeeld.nl`,
    MailingStreet: `Wilgenhof ${isShared ? index : index + 1}`,
    MailingPostalCode: '8031 XD',
    MailingCity: 'Zwolle',
    MailingCountry: 'Nederland',
    ...(isShared && !people.isCloud ? { AccountId: household } : {}),
  });
  const day = new Date(begin - (12 + (index % 5)) * DAY).toISOString().slice(0, 10);
  people.addGift(id, index % 6 === 5 ? 2_500 : 25 + index, day);
  const account = people.read(id)?.['AccountId'];
  return index % 4 === 0 && typeof account === 'string' ? account : null;
}
