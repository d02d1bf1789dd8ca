/** The CRM of an evening, whichever it is: started, looked into, and with people who work in it. */
import { join } from 'node:path';
import { startPracticeCrm } from '../../sync/practice/server.ts';
import { numberOf } from '../../sync/crm/salesforce/numbers.ts';
import { People } from '../salesforce/people.ts';
import { startSalesforce } from '../salesforce/stand-in.ts';
import { CiviCrmView, type CrmView } from './crm-view.ts';
import type { FarSide, Question } from './network.ts';
import { carryOut, outrun, type Deed } from './people.ts';
import type { SimulatedCrm } from './plan.ts';
import type { Newcomer } from './newcomers.ts';
import type { Random } from './random.ts';
import { carryOutInSalesforce, outrunInSalesforce } from './salesforce/people.ts';
import { ORG_FILE, shapeOf, SIGNED_IN } from './salesforce/template.ts';
import { SalesforceView } from './salesforce/view.ts';
import type { World } from './world.ts';

export interface RunningCrm {
  readonly side: FarSide;
  readonly view: CrmView;
  /** @returns what was done, in words; null when there was nothing to do it to */
  carryOut(deed: Deed, world: World, random: Random, onThePhone: readonly number[]): Promise<string | null>;
  /** Somebody is quicker by a moment. @returns whether there was something to be quicker at */
  outrun(world: World, question: Question): Promise<boolean>;
  /** Somebody in the office types a person in. @returns her number */
  addPerson(world: World, person: Newcomer): Promise<number>;
  /** What may be asked in a day, where that is counted. */
  readonly limit?: { readonly most: number; used: number };
  /** Gifts that are in the bin there. */
  binnedGifts(): readonly { readonly crmId: number; readonly donorCrmId: number }[];
  stop(): Promise<void>;
}

export async function startCrm(kind: SimulatedCrm, folder: string, clock: () => Date): Promise<RunningCrm> {
  return kind === 'civicrm' ? startSite(folder, clock) : startOrg(kind, folder, clock);
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
    addPerson: async ({ network }, { firstName, lastName, email }) => {
      const [made] = await network.administrate('Contact', 'create', {
        values: { contact_type: 'Individual', first_name: firstName, last_name: lastName },
      });
      const values = { contact_id: made?.['id'], email, 'location_type_id:name': 'Home' };
      await network.administrate('Email', 'create', { values });
      return Number(made?.['id']);
    },
    binnedGifts: () => [],
    stop: () => crm.stop(),
  };
}

async function startOrg(kind: SimulatedCrm, folder: string, clock: () => Date): Promise<RunningCrm> {
  const org = await startSalesforce({ clock, file: join(folder, ORG_FILE), ...shapeOf(kind) });
  org.oauth.admit(SIGNED_IN);
  const view = new SalesforceView(org);
  return {
    side: { url: org.url, faults: org.faults, administrator: null },
    view,
    carryOut: (deed, { fresh, merged }, random, onThePhone) =>
      Promise.resolve(carryOutInSalesforce(deed, { org, view, random, fresh, merged, onThePhone })),
    outrun: ({ fresh }, question) => Promise.resolve(outrunInSalesforce(org, fresh, question)),
    addPerson: (_, { firstName, lastName, email }) =>
      Promise.resolve(numberOf(new People(org).add({ FirstName: firstName, LastName: lastName, Email: email }))),
    limit: org.limit,
    binnedGifts: () => view.binnedGifts(),
    stop: () => org.stop(),
  };
}
