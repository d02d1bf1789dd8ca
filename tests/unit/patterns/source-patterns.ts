/** Every regular expression in the code that is shipped, found in the syntax tree. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SHIPPED = '{domain,contract,db,sync,electron,renderer}/**/*.{ts,tsx,js}';

/** The practice CRM reads what our own connector asks, and the stand-in for the backend what a developer types. */
const ASKED_BY_NOBODY_ELSE = ['sync/practice/', 'renderer/dev/'];

export interface SourcePattern {
  /** Where it stands first. */
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

export interface SourcePatterns {
  readonly patterns: readonly SourcePattern[];
  /** Files in which one is put together while the program runs: these are looked at by hand. */
  readonly made: readonly string[];
}

export function findPatterns(): SourcePatterns {
  const found = new Map<string, SourcePattern>();
  const made = new Set<string>();
  for (const file of globSync(SHIPPED, { cwd: ROOT })) {
    const language = file.endsWith('.tsx') ? 'tsx' : 'ts';
    const path = file.replaceAll('\\', '/');
    if (ASKED_BY_NOBODY_ELSE.some((folder) => path.startsWith(folder))) continue;
    visit(parseAst(readFileSync(`${ROOT}${file}`, 'utf8'), { lang: language }), (node) => {
      const { regex } = node as { regex?: { pattern: string; flags: string } };
      if (regex !== undefined) {
        const key = `/${regex.pattern}/${regex.flags}`;
        if (!found.has(key)) found.set(key, { file: path, source: regex.pattern, flags: regex.flags });
      }
      const { type, callee } = node as { type?: string; callee?: { name?: string } };
      if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') made.add(path);
    });
  }
  return { patterns: [...found.values()], made: [...made].toSorted() };
}

function visit(node: unknown, see: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) visit(each, see);
    return;
  }
  see(node);
  for (const value of Object.values(node)) visit(value, see);
}
