/** `docs/benchmarks.md`: every bench has a section of its own between two markers, and touches nothing else. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const HEADING =
  '# Benchmarks\n\nMeasured, not promised for every machine. `npm run bench -- NAME` writes a section anew.\n';

const begin = (name: string): string => `<!-- bench ${name} -->`;
const end = (name: string): string => `<!-- end of bench ${name} -->`;

export function writeSection(path: string, name: string, section: string): void {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : HEADING;
  writeFileSync(path, replaceSection(text, name, section));
}

/** The text with this section in the place of the older one; at the end when there was none. */
export function replaceSection(text: string, name: string, section: string): string {
  const whole = `${begin(name)}\n\n${section.trim()}\n\n${end(name)}\n`;
  const from = text.indexOf(begin(name));
  const to = text.indexOf(end(name));
  if (from === -1 || to < from) return `${text.trimEnd()}\n\n${whole}`;
  return text.slice(0, from) + whole + text.slice(to + end(name).length).replace(/^\n/, '');
}
