/**
 * `npm run shell:mutations -- [--match TEXT]`: breaks every promise of the shell in turn, and looks whether its named
 * test fails. Exit code 1 when one does not.
 */
import { parseArgs } from 'node:util';
import { runTests } from '../security/run-tests.ts';
import { SHELL_PROMISES } from './promises.ts';
import type { ShellPromise } from './shell-promise.ts';

const AT_ONCE = 2;

export async function main(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...parameters], options: { match: { type: 'string', default: '' } } });
  const chosen = SHELL_PROMISES.filter(({ name }) => name.includes(values.match));
  const files = [...new Set(chosen.flatMap(({ tests }) => tests))];
  const whole = await runTests(files, null);
  console.log(`as it is: ${whole.passed} tests pass, ${whole.failed} fail`);
  const waiting = [...chosen];
  const unnoticed: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const isNoticed = await breakOne(next);
      if (!isNoticed) unnoticed.push(next.name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(`${chosen.length - unnoticed.length} of ${chosen.length} broken promises were noticed`);
  return unnoticed.length === 0 && whole.failed === 0 ? 0 : 1;
}

async function breakOne({ name, tests, test }: ShellPromise): Promise<boolean> {
  const { failures } = await runTests(tests, name, 'tests/shell-promises/vitest.config.ts');
  const isNoticed = failures.includes(test);
  console.log(
    `${isNoticed ? '✓' : '×'} without: ${name} → ${isNoticed ? test : `only: ${failures.join('; ') || 'nothing'}`}`,
  );
  return isNoticed;
}
