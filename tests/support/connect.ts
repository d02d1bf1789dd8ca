/** Connecting a workstation by its screen, without a first round. */
import { practiceCrm, AFTERNOON, type Workstation } from './workstation.ts';
import type { PracticeCrm, PracticeCrmOptions } from '../../sync/practice/server.ts';

/** A practice CRM whose clock agrees with the workstation's. */
export const crmOfToday = (options: Partial<PracticeCrmOptions> = {}): Promise<PracticeCrm> =>
  practiceCrm({ clock: () => new Date(AFTERNOON), ...options });

export async function connect(workstation: Workstation, crm: PracticeCrm, apiKey = crm.apiKey): Promise<void> {
  await workstation.ask('connection.connect', { url: crm.url, apiKey, allowsPlainHttp: false });
}
