/** Trials the whole way: donors in a real database, and the answer of the real handler over the real dispatcher. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../../contract/client.ts';
import { setCurrentPerson } from '../../db/queries/people.ts';
import { SILENT_LOG } from '../../electron/backend/log.ts';
import { openBackend } from '../../electron/backend/open-backend.ts';
import type { AchievedRowView, AchievedView } from '../../contract/procedures/achieved.ts';
import type { DrawnDonor } from '../../domain/results/achieved/drawn.ts';
import { saveTrial } from './save-trial.ts';

const NOW = '2026-01-05T12:00:00.000Z';

/** What the screen of a coordinator is told about these donors. */
export async function askThroughDatabase(donors: readonly DrawnDonor[]): Promise<AchievedView> {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-hold-out-'));
  const backend = await openBackend({
    folder,
    now: () => NOW,
    random: Math.random,
    log: SILENT_LOG,
    syncsByItself: false,
  });
  try {
    await backend.store.write((writer) =>
      setCurrentPerson(writer, { crmId: 901, name: 'Corrie', roles: ['coordinator'] }),
    );
    const { id } = await backend.store.reader.selectFrom('person').select('id').executeTakeFirstOrThrow();
    await saveTrial(backend.store, donors, id);
    return await createClient(backend).ask('achieved.get', {});
  } finally {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The difference as the screen has it, in the unit of the program's own function. */
export function differenceOf({ outcome, difference }: AchievedRowView): AchievedRowView['difference'] {
  if (difference === null || outcome === 'amount') return difference;
  return { value: difference.value / 100, low: difference.low / 100, high: difference.high / 100 };
}
