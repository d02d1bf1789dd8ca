/**
 * `npm run security -- [--minutes N] [--only parts|protections] [--match TEXT] [--no-report]`: runs all of the proof,
 * switches every protection off in turn, and writes docs/security-report.md. Exit code 1 when something does not hold.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { PARTS, type Part, type ProgramPart } from './parts.ts';
import type { Protection } from './protection.ts';
import { PROTECTIONS } from './protections.ts';
import { figuresIn } from './figures.ts';
import { isGreen, writeReport, type PartResult, type ProtectionResult } from './report.ts';
import { runTests } from './run-tests.ts';

const REPORT = 'docs/security-report.md';

export async function main(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    allowNegative: true,
    options: {
      minutes: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      match: { type: 'string', default: '' },
      report: { type: 'boolean', default: true },
    },
  });
  const minutes = Number(values.minutes);
  const wanted = (text: string): boolean => text.includes(values.match);
  const chosenParts = values.only === 'protections' ? [] : PARTS.filter(({ title }) => wanted(title));
  const chosen = values.only === 'parts' ? [] : PROTECTIONS.filter(({ name }) => wanted(name));
  // What is packed is looked at as well.
  if (chosenParts.some(({ kind }) => kind === 'tests')) for (const also of [[], SHELL]) await build(also);
  const [parts, protections] = await Promise.all([runAll(chosenParts, minutes), switchAllOff(chosen)]);
  const run = {
    commit: commitHere(),
    at: new Date().toISOString(),
    minutes,
    versions: versionsHere(),
    parts,
    protections,
  };
  if (values.report)
    writeFileSync(REPORT, await format(writeReport(run), { parser: 'markdown', proseWrap: 'preserve' }));
  return isGreen(run) ? 0 : 1;
}

const SHELL = ['--app', '--config', 'vite.electron.config.ts'];

async function build(also: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel=warn', ...also], {
    stdio: 'inherit',
  });
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error('the build failed');
}

async function runAll(all: readonly Part[], minutes: number): Promise<readonly PartResult[]> {
  const results: PartResult[] = [];
  for (const part of all) {
    const result = await runPart(part, minutes);
    console.log(`${result.isGood ? '✓' : '×'} ${result.title}: ${result.figures.join('; ')}`);
    for (const problem of result.problems) console.log(`    ${problem}`);
    results.push(result);
  }
  return results;
}

async function runPart(part: Part, minutes: number): Promise<PartResult> {
  if (part.kind === 'program') return runProgram(part, minutes);
  const { passed, failed, skipped, failures } = await runTests(part.tests, null);
  const counts = [`${passed} tests passed`, ...(skipped === 0 ? [] : [`${skipped} cannot run on this machine`])];
  return { title: part.title, isGood: failed === 0 && passed > 0, figures: counts, problems: failures };
}

async function runProgram({ title, program, parameters }: ProgramPart, minutes: number): Promise<PartResult> {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-security-'));
  const file = join(folder, 'figures.json');
  const child = spawn(process.execPath, ['electron/run.js', program, ...parameters(minutes), '--json', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  const figures = existsSync(file) ? figuresIn(JSON.parse(readFileSync(file, 'utf8'))) : [];
  rmSync(folder, { recursive: true, force: true });
  const isGood = child.exitCode === 0;
  return { title, isGood, figures, problems: isGood ? [] : said.trim().split('\n').slice(-12) };
}

const AT_ONCE = 2;

/** In their own order, some at the same time. */
async function switchAllOff(all: readonly Protection[]): Promise<readonly ProtectionResult[]> {
  const results = new Map<string, ProtectionResult>();
  const waiting = [...all];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const result = await switchOff(next);
      console.log(
        `${result.noticedBy === null ? '×' : '✓'} without: ${result.name} → ${result.noticedBy ?? 'no test fails'}`,
      );
      results.set(next.name, result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return all.flatMap(({ name }) => results.get(name) ?? []);
}

async function switchOff({ name, file, tests }: Protection): Promise<ProtectionResult> {
  const { failures } = await runTests(tests, name);
  return { name, file, noticedBy: failures[0] ?? null };
}

function commitHere(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

function versionsHere(): readonly (readonly [string, string])[] {
  const versionOf = (name: string): string => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string };
    return version;
  };
  return [
    ['Node', process.versions.node],
    ['Electron', versionOf('electron')],
    ['better-sqlite3-multiple-ciphers', versionOf('better-sqlite3')],
    ['zod', versionOf('zod')],
    [platform(), `${release()}, ${cpus().length} processors`],
  ];
}
