/** The profiles of every release, as its program left them. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const RELEASED = fileURLToPath(new URL('../fixtures/released', import.meta.url));

const contentsSchema = z.object({
  version: z.string(),
  /** The newest migration of that program. */
  schema: z.int(),
  /** Tables that no command of that program filled. */
  byHand: z.array(z.string()),
  rows: z.record(z.string(), z.int()),
});
export type Contents = z.infer<typeof contentsSchema>;

export function releasedProfiles(): readonly Contents[] {
  return readdirSync(RELEASED).map((version) =>
    contentsSchema.parse(JSON.parse(readFileSync(join(RELEASED, version, 'contents.json'), 'utf8'))),
  );
}

/** Puts the profile of a release into an empty folder, as an update finds it. */
export function copyReleased(version: string, folder: string): void {
  cpSync(join(RELEASED, version), folder, { recursive: true });
}

/** The releases that CHANGELOG.md tells of, newest first: "## 0.1.0 (2026-11-22)". */
export function releasesIn(changelog: string): readonly string[] {
  return [...changelog.matchAll(/^## (\d+\.\d+\.\d+(?:-[\w.]+)?) \(\d{4}-\d{2}-\d{2}\)$/gm)].map(
    ([, version = '']) => version,
  );
}
