/** The CRM of an evening, whichever it is: started, looked into, and with people who work in it. */
import { join } from 'node:path';
import { startPracticeCrm } from '../../sync/practice/server.ts';
import { startSalesforce } from '../salesforce/stand-in.ts';
import { CiviCrmView, type CrmView } from './crm-view.ts';
import type { FarSide, Question } from './network.ts';
import { carryOut, outrun, type Deed } from './people.ts';
import type { SimulatedCrm } from './plan.ts';
import type { Random } from './random.ts';
import { carryOutInSalesforce, outrunInSalesforce } from './salesforce/people.ts';
import { ORG_FILE, SIGNED_IN } from './salesforce/template.ts';
import { SalesforceView } from './salesforce/view.ts';
import type { World } from './world.ts';

export interface RunningCrm {
  readonly side: FarSide;
  readonly view: CrmView;
  /** @returns what was done, in words; null when there was nothing to do it to */
  carryOut(deed: Deed, world: World, random: Random, onThePhone: readonly number[]): Promise<string | null>;
  /** Somebody is quicker by a moment. @returns whether there was something to be quicker at */
  outrun(world: World, question: Question): Promise<boolean>;
  stop(): Promise<void>;
}

export async function startCrm(kind: SimulatedCrm, folder: string, clock: () => Date): Promise<RunningCrm> {
  return kind === 'salesforce' ? startOrg(folder, clock) : startSite(folder, clock);
}

async function startSite(folder: string, clock: () => Date): Promise<RunningCrm> {
  const crm = await startPracticeCrm({ dataDir: folder, clock });
  const view = await CiviCrmView.open(folder);
  return {
    side: { url: crm.url, faults: crm.faults, administrator: crm.keys.admin },
    view,
    carryOut: (deed, { network, fresh, merged }, random, onThePhone) =>
      carryOut(deed, { network, view, random, fresh, merged, onThePhone }),
    outrun: ({ network, fresh }, question) => outrun({ network, fresh }, question),
    stop: () => crm.stop(),
  };
}

async function startOrg(folder: string, clock: () => Date): Promise<RunningCrm> {
  const org = await startSalesforce({ clock, file: join(folder, ORG_FILE) });
  org.oauth.admit(SIGNED_IN);
  const view = new SalesforceView(org);
  return {
    side: { url: org.url, faults: org.faults, administrator: null },
    view,
    carryOut: (deed, { fresh, merged }, random, onThePhone) =>
      Promise.resolve(carryOutInSalesforce(deed, { org, view, random, fresh, merged, onThePhone })),
    outrun: ({ fresh }, question) => Promise.resolve(outrunInSalesforce(org, fresh, question)),
    stop: () => org.stop(),
  };
}
