/** Lists of options as a site has them: by name, because labels are translated and numbers differ (civicrm-api4.md §4). */
import { z } from 'zod';
import { CrmFailure } from '../../crm-failure.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';

export interface OptionValue {
  readonly name: string;
  /** As people in the CRM see it. */
  readonly label: string;
}

const optionRow = z.object({ name: z.string(), label: z.string().nullish() });

/** The statuses of activities that are in use; null when the user of the key may not read them. @throws CrmFailure */
export async function readStatuses(site: CiviCrmSite): Promise<readonly OptionValue[] | null> {
  return readOptions(site, 'activity_status');
}

/** The active options of a list; null when the user of the key may not read it. @throws CrmFailure */
export async function readOptions(site: CiviCrmSite, group: string): Promise<readonly OptionValue[] | null> {
  try {
    const { values } = await callApi(site, 'OptionValue', 'get', {
      select: ['id', 'name', 'label'],
      where: [
        ['option_group_id:name', '=', group],
        ['is_active', '=', true],
      ],
      orderBy: { weight: 'ASC', id: 'ASC' },
      limit: 500,
    });
    // An empty list is no list: there is none that a site could do without.
    if (values.length === 0) return null;
    return readRows(optionRow, values).read.map(({ name, label }) => ({ name, label: label ?? name }));
  } catch (error) {
    if (error instanceof CrmFailure && error.kind === 'forbidden') return null;
    throw error;
  }
}
