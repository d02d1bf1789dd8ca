/**
 * The licences of everything that is shipped inside our bundles, word for word: nearly all of them ask that their text
 * goes along. From the lock file, so that nothing is forgotten; the few modules that only a build needs do no harm.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** @returns one text: for each module its name, its version, its licence and the words of it */
export function licencesOfOthers(root: string): string {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const shipped = Object.entries(packages).filter(
    ([path, { dev, devOptional, optional }]) =>
      path !== '' && dev !== true && devOptional !== true && optional !== true,
  );
  const texts = shipped.map(([path, { name, version = '', license }]) => {
    const title = `${name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)} ${version}`;
    return [`${title}${license === undefined ? '' : ` (${license})`}`, ...wordsIn(join(root, path))].join('\n\n');
  });
  return `${texts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

function wordsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}
