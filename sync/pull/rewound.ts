/** The CRM is behind what it said before: a backup was put back, or its clock or time zone was set back. */
import type { Instant } from '../../domain/calendar/day.ts';
import type { Sentence } from '../../domain/language.ts';
import { keepNotice } from '../../db/queries/notices.ts';
import type { Writer } from '../../db/store.ts';
import type { PullEntity } from '../connector.ts';
import { forgetReconciled } from './reconcile.ts';

const REWOUND: Sentence = {
  nl: 'Het CRM is verder terug dan de vorige keer: er is een reservekopie teruggezet, of de klok of tijdzone is veranderd. Alles wordt opnieuw gelezen. Wat hier is vastgelegd, blijft; wat al was verstuurd, gaat niet nog een keer. Kijk met de beheerder na of de laatste gesprekken nog in het CRM staan.',
  en: 'The CRM is further back than last time: a backup was put back, or its clock or time zone was changed. Everything is read again. What was recorded here stays; what was sent is not sent again. Check with the administrator whether the latest calls are still in the CRM.',
};

/** Everybody is read again as a whole, and all ids are compared: rows that came after the backup are gone there. */
export async function noteRewound(writer: Writer, entity: PullEntity, now: Instant): Promise<void> {
  await keepNotice(writer, { at: now, kind: 'rewound', donorId: null, sentence: REWOUND });
  if (entity === 'donors' || entity === 'moments') {
    await writer.transaction
      .updateTable('donor')
      .set({ slice: 'refetch' })
      .where('slice', '=', 'inside')
      .where('crm_id', 'is not', null)
      .execute();
  }
  await forgetReconciled(writer);
}
