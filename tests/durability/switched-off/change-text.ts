/** Changes the text of the program's files as some protections switched off would have it. */
import { fileURLToPath } from 'node:url';
import { PROTECTIONS, type Edit } from './protections.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Names, parted by bars; they are handed on to child processes. */
export const SWITCHED_OFF = 'DANKBEL_SWITCHED_OFF';
/** Edits beside those of the list, as JSON: for measuring. */
export const EDITED = 'DANKBEL_EDITED';

function editsNow(): readonly Edit[] {
  const names = (process.env[SWITCHED_OFF] ?? '').split('|');
  const listed = PROTECTIONS.filter(({ name }) => names.includes(name)).flatMap(({ edits }) => edits);
  return [...listed, ...(JSON.parse(process.env[EDITED] ?? '[]') as Edit[])];
}

/** @throws Error when the text to change does not stand there once: the list has grown old */
export function changeText(path: string, text: string): string {
  let changed = text;
  for (const { file, from, to } of editsNow()) {
    if (path !== ROOT + file) continue;
    if (changed.split(from).length !== 2) throw new Error(`${file} does not hold this once: ${from}`);
    changed = changed.replace(from, () => to);
  }
  return changed;
}

/** Whether a file is changed at all. */
export function isChanged(path: string): boolean {
  return editsNow().some(({ file }) => path === ROOT + file);
}
