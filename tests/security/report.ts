/** The page `docs/security-report.md`: what was run, on what, and what came of it. */

export interface PartResult {
  readonly title: string;
  readonly isGood: boolean;
  /** One line each. */
  readonly figures: readonly string[];
  readonly problems: readonly string[];
}

export interface ProtectionResult {
  readonly name: string;
  readonly file: string;
  /** The first test that noticed; null when none did. */
  readonly noticedBy: string | null;
}

export interface Run {
  readonly commit: string;
  readonly at: string;
  readonly minutes: number;
  /** Name and version of what it ran on. */
  readonly versions: readonly (readonly [string, string])[];
  readonly parts: readonly PartResult[];
  readonly protections: readonly ProtectionResult[];
}

export function isGreen({ parts, protections }: Run): boolean {
  return parts.every(({ isGood }) => isGood) && protections.every(({ noticedBy }) => noticedBy !== null);
}

export function writeReport(run: Run): string {
  const { commit, at, minutes, versions, parts, protections } = run;
  return [
    '# Security report',
    '',
    `Written by \`npm run security\` on ${at}, of commit \`${commit}\`, with ${minutes} minutes of fuzzing. ${isGreen(run) ? 'All of it held.' : '**Not all of it held.**'} What is protected against whom stands in [threat-model.md](threat-model.md).`,
    '',
    versions.map(([name, version]) => `${name} ${version}`).join(' · '),
    '',
    '## What was run',
    '',
    '| proof | | figures |',
    '| --- | --- | --- |',
    ...parts.map(
      ({ title, isGood, figures }) => `| ${title} | ${isGood ? '✓' : '×'} | ${figures.map(cell).join('<br>')} |`,
    ),
    '',
    ...parts.flatMap(({ title, problems }) =>
      problems.length === 0 ? [] : [`**${title}**`, '', ...problems.map((each) => `- ${cell(each)}`), ''],
    ),
    '## Every protection, switched off',
    '',
    `A proof that finds nothing then proves nothing. Each of these ${protections.length} was taken out of the program, one at a time, and the tests were run again: ${protections.filter(({ noticedBy }) => noticedBy !== null).length} were noticed.`,
    '',
    '| without it … | in | this test fails |',
    '| --- | --- | --- |',
    ...protections.map(({ name, file, noticedBy }) => `| ${name} | \`${file}\` | ${cell(noticedBy ?? '**none**')} |`),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;').slice(0, 300);
}
