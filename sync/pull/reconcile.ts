/**
 * CiviCRM deletes for good without a trace (civicrm-api4.md §6). Once a day, and after a first pull or a CRM that went
 * back, all ids there are compared with those here, in ranges: what vanished goes, what a pull missed comes.
 */
import { z } from 'zod';
import { dayOfInstant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import { readMirrorIds, removeVanished } from '../../db/mirror/remove-vanished.ts';
import { keepNotice } from '../../db/queries/notices.ts';
import { readSetting, writeSetting, type Setting } from '../../db/queries/settings.ts';
import type { Writer } from '../../db/store.ts';
import { ID_ENTITIES, type FactEntity, type IdEntity } from '../connector.ts';
import { mustStop, scopeOf, type PullContext, type Tally } from './context.ts';
import { savePage } from './save-page.ts';

const stateSchema = z.object({
  /** The day on which all was compared; null: it is due. */
  doneOn: z.string().nullable(),
  /** Where it stands when it was interrupted. */
  entity: z.enum(ID_ENTITIES),
  afterId: z.int(),
});
type State = z.infer<typeof stateSchema>;

const STATE: Setting<State> = { key: 'sync.reconcile', schema: stateSchema };
const DUE: State = { doneOn: null, entity: ID_ENTITIES[0], afterId: 0 };
const ASKED_AT_ONCE = 500;

const REMOVED: Sentence = {
  nl: 'Deze donateur is in het CRM voorgoed verwijderd, terwijl hier nog iets van haar of hem was vastgelegd. Dat is bewaard gebleven.',
  en: 'This donor was deleted from the CRM for good, while something was still recorded here. That was kept.',
};

export async function forgetReconciled(writer: Writer): Promise<void> {
  await writeSetting(writer, STATE, DUE);
}

/** @throws CrmFailure; it goes on where it stopped */
export async function reconcile(context: PullContext, tally: Tally): Promise<void> {
  const { store, now } = context;
  const today = dayOfInstant(now());
  let state = (await readSetting(store.reader, STATE)) ?? DUE;
  if (state.doneOn === today) return;
  if (state.doneOn !== null) state = DUE;
  while (state.doneOn === null) {
    if (await mustStop(context)) return;
    const { entity } = state;
    const last = await compareRange(context, state, tally);
    const following = ID_ENTITIES[ID_ENTITIES.indexOf(entity) + 1];
    if (last !== null) state = { doneOn: null, entity, afterId: last };
    else if (following !== undefined) state = { doneOn: null, entity: following, afterId: 0 };
    else state = { ...DUE, doneOn: today };
    const reached = state;
    await store.write((writer) => writeSetting(writer, STATE, reached));
  }
}

/** @returns the last id of the range; null after the last one */
async function compareRange(context: PullContext, { entity, afterId }: State, tally: Tally): Promise<number | null> {
  const { store, connector } = context;
  const { ids: there, isLast } = await connector.readIds(entity, afterId);
  const last = isLast ? null : (there.at(-1) ?? null);
  const upTo = last ?? Number.MAX_SAFE_INTEGER;
  const here = await readMirrorIds(store.reader, entity, afterId, upTo);
  const known = new Set(there);
  await removeGone(
    context,
    entity,
    here.filter((id) => !known.has(id)),
  );
  if (isFact(entity)) {
    const held = new Set(here);
    await fetchMissed(
      context,
      entity,
      there.filter((id) => !held.has(id)),
      tally,
    );
  }
  return last;
}

/** Takes out of the mirror those of these ids that the CRM, asked by name, does not have. @throws CrmFailure */
export async function removeGone(context: PullContext, entity: IdEntity, ids: readonly number[]): Promise<void> {
  const { store, now } = context;
  const vanished = await reallyGone(context, entity, ids);
  if (vanished.length === 0) return;
  await store.write(async (writer) => {
    for (const donorId of await removeVanished(writer, entity, vanished)) {
      await keepNotice(writer, { at: now(), kind: 'removed', donorId, sentence: REMOVED });
    }
  });
}

/** Nothing is removed because a list of ids lacked it: it must be missing again when it is asked for by name. */
async function reallyGone(
  { connector }: PullContext,
  entity: IdEntity,
  ids: readonly number[],
): Promise<readonly number[]> {
  const gone: number[] = [];
  for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
    const asked = ids.slice(at, at + ASKED_AT_ONCE);
    const existing = await connector.readExisting(entity, asked);
    gone.push(...asked.filter((id) => !existing.has(id)));
  }
  return gone;
}

/** Of donors, gifts and mandates the mirror holds all; the rest comes with the donors who are held. */
function isFact(entity: IdEntity): entity is FactEntity {
  return entity === 'donors' || entity === 'gifts' || entity === 'mandates';
}

async function fetchMissed(
  context: PullContext,
  entity: FactEntity,
  ids: readonly number[],
  tally: Tally,
): Promise<void> {
  const { store, connector } = context;
  for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
    const pulled = await connector.readRows(entity, ids.slice(at, at + ASKED_AT_ONCE));
    tally.pulled[entity] += await store.write((writer) => savePage(writer, pulled, scopeOf(context)));
  }
}
