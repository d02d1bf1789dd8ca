/** `npm run test:salesforce`: the contract suite against the organisation of DANKBEL_SALESFORCE_LOGIN, _CLIENT and _REFRESH. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const NEEDED = ['DANKBEL_SALESFORCE_LOGIN', 'DANKBEL_SALESFORCE_CLIENT', 'DANKBEL_SALESFORCE_REFRESH'];

export async function main(): Promise<number> {
  const missing = NEEDED.filter((name) => (process.env[name] ?? '') === '');
  if (missing.length > 0) {
    console.error(
      `Set ${missing.join(', ')}: where people sign in (a sandbox, please), the Consumer Key, and a refresh token of a user ` +
        'with the rights of docs/connect-salesforce.md who may also make and delete contacts. The suite makes contacts ' +
        'whose name holds DANKBEL-TEST, and throws them away again.',
    );
    return 1;
  }
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/contract/salesforce'], {
    stdio: 'inherit',
    env: { ...process.env, DANKBEL_CONTRACT: 'real' },
  });
  await once(child, 'close');
  return child.exitCode ?? 1;
}
