/** `connect --crm salesforce`: signs in in the browser, keeps the connection, and says what was found. */
import { beginConnecting } from '../../backend/salesforce/begin-connecting.ts';
import { demandByPolicy } from '../../backend/salesforce/by-policy.ts';
import { loginAddress } from '../../backend/salesforce/login-address.ts';
import { readOrg } from '../../backend/salesforce/read-org.ts';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import { clock, requiredText, text, type Options } from '../options.ts';
import { printJson, printLine, printProblem, type ExitCode } from '../output.ts';
import { printItems } from './check.ts';
import { withBackend } from '../with-backend.ts';

export async function connectSalesforce(options: Options): Promise<ExitCode> {
  const clientId = requiredText(options, 'client-id');
  const loginUrl = loginAddress(text(options, 'login') ?? 'production');
  const { identity, items } = await withBackend(options, async ({ store, policy }) => {
    const connecting = await beginConnecting(store, { clientId, loginUrl }, { policy });
    // Not on standard output, which is for what comes of it.
    printProblem(`Open this address in your browser and sign in: ${connecting.address}`);
    await connecting.signedIn;
    const adopted = await connecting.adopt({ at: clock(options)(), personId: null });
    const org = await readOrg(store, { demandAllowed: demandByPolicy(policy) });
    return { identity: adopted, items: org === null ? [] : (await checkOrg(org)).items };
  });
  if (options.values.json === true) printJson({ ...identity, check: { items } });
  else {
    printLine(`Connected to ${identity.organisation} as ${identity.name}.`);
    printItems(items);
  }
  return 0;
}
