/** `npm run test:kentaa`: the contract suite against the site of DANKBEL_KENTAA_KEY. It only reads. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export async function main(): Promise<number> {
  if ((process.env['DANKBEL_KENTAA_KEY'] ?? '') === '') {
    console.error(
      'Set DANKBEL_KENTAA_KEY: an API key of a fundraising site (docs/connect-kentaa.md), and DANKBEL_KENTAA_URL for ' +
        'another address than https://api.kentaa.nl/v1. The suite asks about forty questions and changes nothing.',
    );
    return 1;
  }
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/contract/kentaa'], {
    stdio: 'inherit',
    env: { ...process.env, DANKBEL_CONTRACT: 'real' },
  });
  await once(child, 'close');
  return child.exitCode ?? 1;
}
