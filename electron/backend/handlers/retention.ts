/** The terms of this workstation, and what they come to. */
import { dayOfInstant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence } from '../../../domain/language.ts';
import { RETENTION, RETENTION_KINDS } from '../../../domain/privacy/retention.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { countOver } from '../../../db/queries/retention.ts';
import { readSetting, writeSetting } from '../../../db/queries/settings.ts';
import type { Handler } from '../dispatcher.ts';
import { carryOutRetention, readRetention, RETENTION_LAST, RETENTION_SETTINGS } from '../privacy/retention.ts';

export const getRetention: Handler<'retention.get'> = async ({ store, today }) => {
  const last = await readSetting(store.reader, RETENTION_LAST);
  return {
    settings: await readRetention(store.reader),
    kinds: RETENTION_KINDS.map((id) => {
      const { name, reason, days } = RETENTION[id];
      return { id, name, reason, defaultDays: days };
    }),
    lastText:
      last === null
        ? null
        : sentence((language) => {
            const day = writeDay(dayOfInstant(last.at), language, { today });
            return language === 'nl' ? `${day}: ${last.removed} weg` : `${day}: ${last.removed} taken away`;
          }),
  };
};

export const previewRetention: Handler<'retention.preview'> = async ({ store, now }, settings) => ({
  counts: { ...(await countOver(store.reader, settings, now())) },
});

export const saveRetention: Handler<'retention.save'> = async ({ store, now, person }, settings) => {
  await store.write(async (writer) => {
    await writeSetting(writer, RETENTION_SETTINGS, settings);
    const { days, isDaily } = settings;
    await noteAudit(writer, {
      at: now(),
      personId: person.id,
      action: 'retention-saved',
      subject: isDaily ? 'daily' : 'asked',
      detail: { days },
    });
  });
  return {};
};

export const runRetention: Handler<'retention.run'> = async ({ store, now, person }) => ({
  counts: { ...(await carryOutRetention(store, now(), person.id)) },
});
