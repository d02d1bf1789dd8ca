/**
 * `npm run durability:switched-off -- [--only NAME] [--json FILE]`: switches one protection off at a time and looks
 * whether its proof fails; and first that every proof holds with all of them on.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { DurabilityReport } from '../main.ts';
import { SWITCHED_OFF } from './change-text.ts';
import { PROTECTIONS, type Proof, type Protection } from './protections.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PRELOAD = new URL('./preload.ts', import.meta.url).href;

export interface SwitchedOff {
  readonly name: string;
  readonly without: string;
  readonly proof: string;
  readonly isNoticed: boolean;
  /** The first thing that failed. */
  readonly words: string;
}

/** @returns 0 every protection is missed when it is off, 1 the request was wrong, 2 a proof proves nothing */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { only: { type: 'string' }, json: { type: 'string' } },
  });
  const asked = PROTECTIONS.filter(({ name }) => values.only === undefined || name.includes(values.only));
  if (asked.length === 0) {
    console.error(`Say which: ${PROTECTIONS.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  const proofs = new Map(asked.map(({ proof }) => [nameOf(proof), proof]));
  for (const [name, proof] of proofs) {
    const words = await run(proof, null);
    if (words !== null) throw new Error(`${name} fails with everything on: ${words}`);
  }
  const results: SwitchedOff[] = [];
  console.log('| switched off | without it | noticed by | what it says |\n| --- | --- | --- | --- |');
  for (const protection of asked) {
    const words = await run(protection.proof, protection);
    const { name, without, proof } = protection;
    results.push({ name, without, proof: nameOf(proof), isNoticed: words !== null, words: words ?? '' });
    const said = (words ?? '').replaceAll('|', '/').replaceAll('\n', ' ').slice(0, 100);
    console.log(`| ${name} | ${without} | ${words === null ? '**not noticed**' : nameOf(proof)} | ${said} |`);
  }
  const noticed = results.filter(({ isNoticed }) => isNoticed).length;
  const report = { name: 'what protects the data, switched off', tried: results.length, noticed, protections: results };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  return noticed === results.length ? 0 : 2;
}

function nameOf(proof: Proof): string {
  return 'test' in proof ? proof.test : `durability, ${proof.suite}`;
}

/** @returns what failed; null when everything held */
async function run(proof: Proof, off: Protection | null): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-switched-off-'));
  try {
    const file = join(folder, 'result.json');
    return 'test' in proof ? await runTest(proof.test, off, file) : await runSuite(proof.suite, off, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runTest(test: string, off: Protection | null, file: string): Promise<string | null> {
  const config = 'tests/durability/switched-off/vitest.config.ts';
  const reporters = ['--reporter=json', `--outputFile.json=${file}`];
  await start(['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...reporters, test], off, '');
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as {
    testResults: { message: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
  };
  const failed = testResults.flatMap((each) => each.assertionResults.filter(({ status }) => status === 'failed'));
  if (failed[0] !== undefined) return failed[0].fullName;
  const broken = testResults.find(({ status }) => status === 'failed');
  if (broken !== undefined) throw new Error(`${test} does not load: ${broken.message}`);
  return null;
}

async function runSuite(suite: string, off: Protection | null, file: string): Promise<string | null> {
  // Children of the suite have it switched off as well.
  const options = `--import=${PRELOAD}`;
  await start(['electron/run.js', 'tests/durability/main.ts', '--only', suite, '--json', file], off, options);
  const { suites } = JSON.parse(readFileSync(file, 'utf8')) as DurabilityReport;
  const result = suites.find(({ name }) => name === suite);
  if (result === undefined) throw new Error(`there is no suite "${suite}"`);
  if (result.notes.length > 0) throw new Error(result.notes.join('; '));
  return result.failures[0] ?? null;
}

async function start(parameters: readonly string[], off: Protection | null, options: string): Promise<void> {
  const child = spawn(process.execPath, parameters, {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: options, ...(off === null ? {} : { [SWITCHED_OFF]: off.name }) },
  });
  await once(child, 'close');
}
