/** `npm run test:civicrm`: the contract suite against the CiviCRM of DANKBEL_CIVICRM_URL and DANKBEL_CIVICRM_KEY. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export async function main(): Promise<number> {
  const missing = ['DANKBEL_CIVICRM_URL', 'DANKBEL_CIVICRM_KEY'].filter((name) => (process.env[name] ?? '') === '');
  if (missing.length > 0) {
    console.error(
      `Set ${missing.join(' and ')}: the address of a CiviCRM (a test site, if you have one) and the API key of a user ` +
        'with the rights of docs/connect-civicrm.md and "add contacts". The suite makes contacts whose external identifier ' +
        'begins with DANKBEL-TEST, and takes them away again.',
    );
    return 1;
  }
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/contract'], {
    stdio: 'inherit',
    env: { ...process.env, DANKBEL_CONTRACT: 'real' },
  });
  await once(child, 'close');
  return child.exitCode ?? 1;
}
