/** A folder of its own for a test, gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenDone } from './when-done.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-test-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
