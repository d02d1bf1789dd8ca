/**
 * `npm run supply -- [--json FILE]`: what comes from others. Signatures and known weaknesses as far as the registry tells
 * them, and plainly when it does not; the list of everything that is shipped (CycloneDX), with licences and checksums.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';

interface Asked {
  readonly code: number | null;
  readonly said: string;
}

/** Once, and not for long: a machine without the internet is told in a moment. */
const PATIENCE = ['--fetch-retries=0', '--fetch-timeout=20000'];

function npm(...parameters: readonly string[]): Asked {
  const { status, stdout, stderr } = spawnSync('npm', [...parameters, ...PATIENCE], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 180_000,
  });
  return { code: status, said: `${stdout}\n${stderr}` };
}

/** The registry, or whoever vouches for its keys, was not reached or does not do this. */
const NOT_ANSWERED =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|"statusCode": 4\d\d|E40[0-9]|ENOAUDIT|no dependencies to audit|not supported|fetch failed/i;

const counted = z.object({ metadata: z.object({ vulnerabilities: z.record(z.string(), z.int()) }) });
const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      licenses: z.array(z.unknown()).optional(),
      hashes: z.array(z.unknown()).optional(),
    }),
  ),
});

interface Supply {
  readonly notes: string[];
  readonly problems: string[];
  readonly figures: Record<string, number>;
}

function checkSignatures({ notes, problems, figures }: Supply): void {
  const { code, said } = npm('audit', 'signatures');
  const verified = /(\d+) packages? ha(?:s|ve) (?:a )?verified registry signatures?/.exec(said)?.[1];
  if (verified !== undefined) figures['packages with a verified signature'] = Number(verified);
  if (code === 0) return;
  if (NOT_ANSWERED.test(said)) {
    notes.push(
      'npm audit signatures: not answered here (no way to the registry’s keys), so nothing is said of signatures',
    );
  } else problems.push(`npm audit signatures: ${lastLines(said)}`);
}

function checkWeaknesses({ notes, problems, figures }: Supply): void {
  const { said } = npm('audit', '--omit=dev', '--json');
  const found = counted.safeParse(parsed(said));
  if (!found.success) {
    notes.push(
      'npm audit: not answered here (the registry does not tell known weaknesses), so nothing is said of them',
    );
    return;
  }
  const { high = 0, critical = 0, total = 0 } = found.data.metadata.vulnerabilities;
  figures['known weaknesses'] = total;
  if (high + critical > 0) problems.push(`npm audit: ${high} high and ${critical} critical weaknesses`);
}

function listShipped({ problems, figures }: Supply): void {
  const { said } = npm('sbom', '--omit=dev', '--sbom-format=cyclonedx');
  const list = bom.safeParse(parsed(said));
  if (!list.success) return void problems.push(`npm sbom: ${lastLines(said)}`);
  const { components } = list.data;
  figures['components in the SBOM'] = components.length;
  figures['with a licence'] = components.filter(({ licenses = [] }) => licenses.length > 0).length;
  figures['with a checksum'] = components.filter(({ hashes = [] }) => hashes.length > 0).length;
}

function countScripts({ problems, figures }: Supply): void {
  const lock = z
    .object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) })
    .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  figures['install scripts that were not run'] = Object.values(lock.packages).filter(
    ({ hasInstallScript }) => hasInstallScript === true,
  ).length;
  if (!/^ignore-scripts=true$/m.test(readFileSync('.npmrc', 'utf8'))) problems.push('.npmrc lets install scripts run');
}

/** The JSON in what was said; npm's warnings stand around it. */
function parsed(said: string): unknown {
  try {
    return JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)) as unknown;
  } catch {
    return null;
  }
}

function lastLines(said: string): string {
  return said.trim().split('\n').slice(-3).join(' ').slice(0, 300);
}

export async function main(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...parameters], options: { json: { type: 'string' } } });
  const supply: Supply = { notes: [], problems: [], figures: {} };
  checkSignatures(supply);
  checkWeaknesses(supply);
  listShipped(supply);
  countScripts(supply);
  const { notes, problems, figures } = supply;
  for (const [name, count] of Object.entries(figures)) console.log(`${name}: ${count}`);
  for (const note of notes) console.log(note);
  for (const problem of problems) console.log(`× ${problem}`);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ figures, notes }));
  return problems.length === 0 ? 0 : 1;
}
