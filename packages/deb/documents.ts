/** The copyright and the changelog of the package, in the form that Debian asks for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAINTAINER } from './control.ts';

const WIDTH = 76;

/** Ours in full, since Debian does not bring the AGPL along; those of others beside it, word for word. */
export function copyrightOf(root: string): string {
  return `Dankbel, the thank-you phone workstation of a charity
Copyright: the Dankbel contributors
Licence: GNU Affero General Public License, version 3 or later, as it stands below.

The package holds Node.js, and modules and fonts of others inside its bundles. Their licences are in
/usr/share/doc/dankbel/LICENCE-OF-NODE.gz and /usr/share/doc/dankbel/LICENCES-OF-OTHERS.gz.

${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}
`;
}

export interface ChangelogOptions {
  /** Our CHANGELOG.md. */
  readonly changes: string;
  readonly version: string;
  readonly epoch: number;
}

/** What changed in this version, which is under its name or not released yet; older ones are in CHANGELOG.md. */
export function changelogOf({ changes, version, epoch }: ChangelogOptions): string {
  const sections = changes.split(/^## /m).slice(1);
  const section = sections.find((each) => each.startsWith(`[${version}]`) || each.startsWith(version)) ?? sections[0];
  const points = (section ?? '').split('\n').filter((line) => line.startsWith('- '));
  const told = points.length === 0 ? ['- Built again.'] : points;
  const date = new Date(epoch * 1_000).toUTCString().replace('GMT', '+0000');
  const lines = told.map((line) => wrapped(line.slice(2)));
  return `dankbel (${version}) unstable; urgency=medium\n\n${lines.join('\n')}\n\n -- ${MAINTAINER}  ${date}\n`;
}

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '  *';
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '   ';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
