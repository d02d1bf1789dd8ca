/** `check`: a look at the CRM from all sides, in words. */
import type { SiteCheck } from '../../../sync/crm/civicrm/check/check-site.ts';
import { checkSite } from '../../../sync/crm/civicrm/check/check-site.ts';
import type { CheckItem } from '../../../sync/crm-check.ts';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import { readSite } from '../../backend/connection.ts';
import { demandByPolicy } from '../../backend/salesforce/by-policy.ts';
import { readOrg } from '../../backend/salesforce/read-org.ts';
import { clock, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, type ExitCode } from '../output.ts';
import { withBackend } from '../with-backend.ts';

/** Exit code 2 when something does not work until somebody changes it. */
export async function check(options: Options): Promise<ExitCode> {
  const report = await withBackend(options, async ({ store, policy }) => {
    const site = await readSite(store.reader);
    const org = await readOrg(store, { demandAllowed: demandByPolicy(policy) });
    if (org !== null) return { ...NOTHING_TO_CHOOSE, ...(await checkOrg(org)) };
    if (site === null) throw new WrongRequest('This profile is not connected to a CRM. Use connect first.');
    return checkSite(site, clock(options));
  });
  if (options.values.json === true) printJson(inJson(report));
  else printCheck(report);
  return report.items.some(({ state }) => state === 'problem') ? 2 : 0;
}

/** Salesforce has one list of fields, and its statuses are found out. */
const NOTHING_TO_CHOOSE = { statuses: null, withoutStatus: [], fields: { missing: [], mayCreate: false } } as const;

export function inJson({ items, fields, withoutStatus, statuses }: SiteCheck): object {
  return { items, fields, withoutStatus, statuses: statuses?.map(({ name }) => name) ?? null };
}

const MARKS = { ok: '✓', warning: '!', problem: '✗' } as const;

/** What is right in one line each, what is not with what to do. */
export function printCheck({ items }: SiteCheck): void {
  printItems(items);
}

export function printItems(items: readonly CheckItem[]): void {
  for (const { state, title, text } of items) {
    printLine(`${MARKS[state]} ${inOwnLanguage(title)}: ${inOwnLanguage(text)}`);
  }
}
