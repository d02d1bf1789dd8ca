/** Profiles to begin with: one that has pulled everything, and one with work in it that has not reached the CRM. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fastFolder } from '../../simulation/fast-folder.ts';
import { makeTemplate, type Template } from '../../simulation/template.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { asker, holdNextCall, openAt, SATURDAY } from '../evening.ts';

/** A profile that was killed in the middle of an evening, as it lies on the disk. */
export interface Worked {
  readonly folder: string;
  readonly acknowledged: readonly string[];
}

const NOBODY = {
  kind: 'individual',
  first_name: '',
  prefix: '',
  surname: 'Niemand',
  display_name: 'Niemand',
  gender: null,
  language: 'nl',
  does_not_want_calls: 0,
  does_not_want_email: 0,
  does_not_want_post: 0,
  is_deceased: 0,
  is_removed: 0,
  fingerprint: null,
  slice: 'inside',
} as const;

let made: Promise<Template> | null = null;

/** Made once for all suites of a process. */
export function template(): Promise<Template> {
  if (made === null) {
    const folder = fastFolder();
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    made = makeTemplate(join(folder, 'template'), '6.17', 'saturday');
  }
  return made;
}

/**
 * Three calls before a snapshot and two after it, nothing of it sent. The database is not closed: half of the work is
 * in the write-ahead log.
 */
export async function worked(to: string): Promise<Worked> {
  const { pulled } = await template();
  const living = `${to}-living`;
  cpSync(pulled, living, { recursive: true });
  const acknowledged: string[] = [];
  const backend = await openAt({ folder: living, now: () => SATURDAY, random: seededRandom(3), crmUrl: null });
  const asking = asker(backend, (ids) => void acknowledged.push(...ids));
  for (let call = 1; call <= 3; call += 1) await holdNextCall(asking, call);
  await backend.store.snapshot('2026-11-21T13:30:00.000Z');
  for (let call = 4; call <= 5; call += 1) await holdNextCall(asking, call);
  // A page that nothing uses, and a text that does not fit on one.
  await backend.store.write(async ({ transaction }) => {
    await transaction
      .insertInto('setting')
      .values({ key: 'test.long', value: JSON.stringify('x'.repeat(40_000)) })
      .execute();
    await transaction
      .insertInto('setting')
      .values({ key: 'test.gone', value: JSON.stringify('y'.repeat(40_000)) })
      .execute();
  });
  // So many that their index has more than one page.
  await backend.store.write(async ({ transaction }) => {
    for (let donor = 0; donor < 150; donor += 1) {
      const crmId = 900_000 + donor;
      await transaction
        .insertInto('donor')
        .values({ ...NOBODY, crm_id: crmId, external_id: `${crmId}`.repeat(15) })
        .execute();
    }
  });
  await backend.store.write(async ({ transaction }) => {
    await transaction.deleteFrom('setting').where('key', '=', 'test.gone').execute();
  });
  cpSync(living, to, { recursive: true });
  await backend.close();
  return { folder: to, acknowledged };
}

/** The same, closed as it should be: everything is in the one file. */
export async function closed(to: string): Promise<Worked> {
  const { acknowledged } = await worked(`${to}-worked`);
  const backend = await openAt({ folder: `${to}-worked`, now: () => SATURDAY, random: seededRandom(4), crmUrl: null });
  // What was on a list is left for the next start.
  await asker(backend, () => undefined).ask('today.get', { lane: 'caller' });
  await backend.close();
  cpSync(`${to}-worked`, to, { recursive: true });
  return { folder: to, acknowledged };
}
