/** `connect` and `sync`: the way to the CRM and back. */
import { readFileSync } from 'node:fs';
import { connectProfile } from '../../backend/connect.ts';
import { readSite } from '../../backend/connection.ts';
import { checkSite } from '../../../sync/crm/civicrm/check/check-site.ts';
import { clock, requiredText, text, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, printProblem, type ExitCode } from '../output.ts';
import { inJson, printCheck } from './check.ts';
import { connectSalesforce } from './connect-salesforce.ts';
import { withBackend } from '../with-backend.ts';

export async function connect(options: Options): Promise<ExitCode> {
  const crm = text(options, 'crm') ?? 'civicrm';
  if (crm === 'salesforce') return connectSalesforce(options);
  if (crm !== 'civicrm') throw new WrongRequest(`--crm must be civicrm or salesforce, not "${crm}".`);
  const url = requiredText(options, 'url');
  const apiKey = readFileNamed('API key', requiredText(options, 'api-key-file')).trim();
  const path = text(options, 'authority-file');
  const authority = path === null ? '' : readFileNamed('certificate of your own authority', path);
  const allowsPlainHttp = options.values['allow-http'] === true;
  const { identity, report } = await withBackend(options, async ({ store, policy }) => {
    const identity = await connectProfile(
      store,
      { url, apiKey, authority, allowsPlainHttp, policy },
      { at: clock(options)(), personId: null },
    );
    return {
      identity,
      report: await checkSite((await readSite(store.reader)) ?? { address: identity.address, apiKey }, clock(options)),
    };
  });
  if (options.values.json === true) printJson({ ...identity, check: inJson(report) });
  else {
    printLine(`Connected to ${identity.organisation} as ${identity.name}.`);
    printCheck(report);
  }
  return 0;
}

/** The key comes in a file, so that it is in no history of commands and no list of processes. */
function readFileNamed(what: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new WrongRequest(`The file with the ${what} cannot be read: ${path}`);
  }
}

export async function sync(options: Options): Promise<ExitCode> {
  const report = await withBackend(options, ({ sync: service }) => service.run(true));
  if (report === null) throw new WrongRequest('This profile is not connected to a CRM. Use connect first.');
  const { pulled, pushed, conflicts, rejected, waiting, leftOut, failure } = report;
  const total = Object.values(pulled).reduce((sum, count) => sum + count, 0);
  if (options.values.json === true) {
    printJson({ pulled: total, pushed, conflicts, rejected, waiting, leftOut, byEntity: pulled });
  } else
    printLine(`pulled ${total}, pushed ${pushed}, conflicts ${conflicts}, rejected ${rejected}, waiting ${waiting}`);
  if (failure !== null) {
    printProblem(inOwnLanguage(failure.sentence));
    return failure.kind === 'refused' ? 1 : 3;
  }
  return conflicts + rejected > 0 ? 2 : 0;
}
