/** The coordinator's settings for the conversation: read, saved, taken back. */
import { describeTalkChanges, type Talk } from '../../../domain/talk/talk.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { Refusal } from '../refusal.ts';
import { readStandardTalk, readTalk, TALK, type KeptTalk } from '../talk/read-talk.ts';

export const getTalk: Handler<'talk.get'> = async ({ store: { reader } }) => {
  const kept = await readSetting(reader, TALK);
  return {
    version: kept?.version ?? null,
    content: await readTalk(reader),
    history:
      kept === null
        ? []
        : [
            {
              number: kept.version,
              at: kept.at,
              by: kept.by,
              changes: [...describeTalkChanges(kept.before, kept.content)],
              undoes: null,
            },
          ],
  };
};

export const getAnswers: Handler<'talk.answers'> = async ({ store: { reader } }) => ({
  answers: (await readTalk(reader)).answers,
});

export const saveTalk: Handler<'talk.save'> = async (context, { content, version }) =>
  save(context, version, () => content);

export const undoTalk: Handler<'talk.undo'> = async (context, { version }) =>
  save(context, version, ({ before }) => before);

async function save(
  { store, person, now }: AskContext,
  version: number | null,
  next: (kept: Pick<KeptTalk, 'before'>) => Talk,
): Promise<{ version: number }> {
  return store.write(async (writer) => {
    const { transaction } = writer;
    const kept = await readSetting(transaction, TALK);
    if ((kept?.version ?? null) !== version) throw new Refusal('out-of-date', SOMEBODY_SAVED);
    const standard = await readStandardTalk(transaction);
    const before = kept?.content ?? standard;
    const content = next({ before: kept?.before ?? standard });
    const number = (version ?? 0) + 1;
    await writeSetting(writer, TALK, { version: number, content, before, at: now(), by: person.name });
    await noteAudit(writer, { at: now(), personId: person.id, action: 'talk-saved', subject: String(number) });
    return { version: number };
  });
}

const SOMEBODY_SAVED = {
  nl: 'Iemand anders heeft dit intussen veranderd. Kijk wat er nu staat; wat jij typte, is er nog.',
  en: 'Somebody else has changed this meanwhile. Look at what it says now; what you typed is still there.',
};
