/** `connect --crm salesforce`: signs in in the browser, keeps the connection, and says what was found. */
import { refuseHost, mayConnectTo } from '../../backend/policy/policy.ts';
import { adoptSalesforce } from '../../backend/salesforce/adopt.ts';
import { loginAddress } from '../../backend/salesforce/login-address.ts';
import { readOrg } from '../../backend/salesforce/read-org.ts';
import { beginSignIn } from '../../backend/salesforce/sign-in.ts';
import { checkOrg } from '../../../sync/crm/salesforce/check/check-org.ts';
import { clock, requiredText, text, WrongRequest, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, printProblem, type ExitCode } from '../output.ts';
import { printItems } from './check.ts';
import { withBackend } from '../with-backend.ts';

export async function connectSalesforce(options: Options): Promise<ExitCode> {
  const clientId = requiredText(options, 'client-id').trim();
  const loginUrl = loginAddress(text(options, 'login') ?? 'production');
  if (!/^[A-Za-z0-9._]{10,500}$/.test(clientId)) throw new WrongRequest('--client-id is no Consumer Key.');
  if (loginUrl === null) {
    throw new WrongRequest(
      '--login must be "production", "sandbox" or the My Domain, such as stichting.my.salesforce.com.',
    );
  }
  const { identity, items } = await withBackend(options, async ({ store, policy }) => {
    if (!mayConnectTo(policy, loginUrl)) throw new WrongRequest(inOwnLanguage(refuseHost(policy)));
    const signIn = await beginSignIn({ loginUrl, clientId });
    // Not on standard output, which is for what comes of it.
    printProblem(`Open this address in your browser and sign in: ${signIn.address}`);
    const tokens = await signIn.tokens;
    const trace = { at: clock(options)(), personId: null };
    const adopted = await adoptSalesforce(store, { loginUrl, clientId, tokens }, trace);
    const org = await readOrg(store);
    return { identity: adopted, items: org === null ? [] : (await checkOrg(org)).items };
  });
  if (options.values.json === true) printJson({ ...identity, check: { items } });
  else {
    printLine(`Connected to ${identity.organisation} as ${identity.name}.`);
    printItems(items);
  }
  return 0;
}
