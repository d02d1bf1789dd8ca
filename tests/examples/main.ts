/** `npm run examples`: writes docs/examples anew, as PDF. The test beside it draws every page and looks at it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeExamples } from './make-examples.ts';

const FOLDER = fileURLToPath(new URL('../../docs/examples/', import.meta.url));

export async function main(): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'dankbel-examples-'));
  try {
    const examples = await makeExamples(profile);
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, bytes] of examples) writeFileSync(join(FOLDER, name), bytes);
    console.log(`${examples.size} files in docs/examples`);
    return 0;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
