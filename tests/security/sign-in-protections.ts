/** What protects signing in to Salesforce: the door that the browser comes back to, and where anything is sent or opened. */
import type { Protection } from './protection.ts';

const DOOR = 'tests/integration/cli/connect-salesforce.test.ts';
const SCREEN = 'tests/integration/backend/salesforce-sign-in.test.ts';
const SHELL = 'tests/unit/shell/guards.test.ts';
const SIGN_IN = 'electron/backend/salesforce/sign-in.ts';
const LINK = 'electron/desktop/sign-in-link.ts';

export const SIGN_IN_PROTECTIONS: readonly Protection[] = [
  {
    name: 'an answer to another sign-in is not taken',
    file: SIGN_IN,
    text: "if (!isSame(url.searchParams.get('state') ?? '', state)) return answerPage(response, 400, NOT_OURS);",
    instead: '',
    tests: [DOOR],
  },
  {
    name: 'the answer to a sign-in is worth nothing without what only this computer knows',
    file: SIGN_IN,
    text: "const verifier = randomBytes(48).toString('base64url');",
    instead: "const verifier = 'x'.repeat(64);",
    tests: [DOOR],
  },
  {
    name: 'the door of a sign-in is open to this computer alone',
    file: SIGN_IN,
    text: "server.listen(port, '127.0.0.1', () => resolve(true));",
    instead: "server.listen(port, '0.0.0.0', () => resolve(true));",
    tests: [DOOR],
  },
  {
    name: 'the door of a sign-in knows its own names',
    file: SIGN_IN,
    text: 'if (!isOurs || message.method',
    instead: 'if (message.method',
    tests: [DOOR],
  },
  {
    name: 'a sign-in that was cancelled is closed',
    file: 'electron/backend/salesforce/sign-in-service.ts',
    text: 'current?.cancel();',
    instead: '',
    tests: [SCREEN],
  },
  {
    name: 'people sign in where the administrator allows',
    file: 'electron/backend/salesforce/begin-connecting.ts',
    text: 'if (!mayConnectTo(policy, loginUrl)) throw',
    instead: 'if (false) throw',
    tests: [SCREEN],
  },
  {
    name: 'donors come from where the administrator allows, whatever Salesforce says',
    file: 'sync/crm/salesforce/tokens.ts',
    text: 'client.demandAllowed?.(tokens.instanceUrl);',
    instead: '',
    tests: [SCREEN],
  },
  {
    name: 'people sign in at Salesforce alone',
    file: 'electron/backend/salesforce/login-address.ts',
    text: "return url.protocol === 'https:' && (isSalesforce || isShared) ?",
    instead: "return url.protocol === 'https:' ?",
    tests: [DOOR, SHELL],
  },
  {
    name: 'no address leaves the app but that of a sign-in at Salesforce',
    file: LINK,
    text: "if (url?.protocol !== 'https:' || url.username !== '' || loginAddress(url.origin) !== url.origin) return null;",
    instead: 'if (url === null) return null;',
    tests: [SHELL],
  },
  {
    name: 'every part of a sign-in that is opened looks as it must',
    file: LINK,
    text: 'if (parts.includes(null)) return null;',
    instead: '',
    tests: [SHELL],
  },
];
