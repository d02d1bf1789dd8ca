/**
 * Workstations as activities "Phone Call" without a donor and with the status of one that was taken back: they count
 * nowhere, need no rights but those of a caller, and a coordinator finds them by "Dankbel-werkplek". Whoever edits one
 * in CiviCRM gets HTML for the text, so tags are taken out before it is read.
 */
import { z } from 'zod';
import type { Announcement } from '../../../domain/workstation/announcement.ts';
import { readAnnouncement } from '../../../domain/workstation/announcement.ts';
import { readState, workstationIdIn, workstationMark, writeSubject } from '../../../domain/workstation/revocation.ts';
import { CrmFailure } from '../../crm-failure.ts';
import type { WorkstationInCrm, WorkstationsOfCrm } from '../../workstations/workstations-of-crm.ts';
import { whoOf, workstationLines } from '../marks/workstation-text.ts';
import { statusFor } from './call-statuses.ts';
import { escapeHtml } from './html.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { readRows } from './rows.ts';

const MOST = 500;
const workstationRow = z.object({
  id: z.int(),
  subject: z.string(),
  details: z.string().nullish(),
  'source_contact_id.display_name': z.string().nullish(),
});
type Row = z.output<typeof workstationRow>;

export function createWorkstations(site: CiviCrmSite): WorkstationsOfCrm {
  return {
    find: async (id, crmId) => {
      const known = crmId === null ? [] : await read(site, [['id', '=', crmId]], 1);
      const found = known.find(({ subject, details }) => `${subject}${details ?? ''}`.includes(workstationMark(id)));
      if (found !== undefined) return toWorkstation(found, id);
      // Made by a try of which no answer came, or by this workstation before it was restored.
      const rows = await read(site, [['subject', 'LIKE', `%${workstationMark(id)}%`]], MOST);
      const all = rows.map((row) => toWorkstation(row, id));
      return all.find(({ state }) => state !== 'working') ?? all[0] ?? null;
    },
    readAll: async () => {
      const rows = await read(site, [['subject', 'LIKE', '%[Dankbel-workstation %']], MOST);
      return rows.flatMap((row) => {
        const id = workstationIdIn(row.subject);
        return id === null ? [] : [toWorkstation(row, id)];
      });
    },
    announce: async (id, announcement) => {
      const { values } = await callApi(site, 'Activity', 'create', {
        values: {
          'activity_type_id:name': 'Phone Call',
          'status_id:name': statusFor('undone', site.statuses),
          source_contact_id: 'user_contact_id',
          subject: writeSubject(id, { state: 'working', at: null }, whoOf(announcement)),
          details: writeDetails(id, announcement),
          activity_date_time: announcement.since,
        },
      });
      const [made] = readRows(z.object({ id: z.int() }), values).read;
      if (made !== undefined) return made.id;
      throw new CrmFailure('busy', {
        nl: 'Het CRM bevestigde niet dat deze werkplek zich meldde.',
        en: 'The CRM did not confirm that this workstation announced itself.',
      });
    },
    renew: (seen, announcement) => change(site, seen, { details: writeDetails(seen.id, announcement) }),
    setState: (seen, state, announcement) =>
      change(site, seen, {
        subject: writeSubject(seen.id, state, seen.who),
        ...(announcement === null ? {} : { details: writeDetails(seen.id, announcement) }),
      }),
  };
}

async function read(site: CiviCrmSite, where: readonly unknown[], limit: number): Promise<readonly Row[]> {
  const { values } = await callApi(site, 'Activity', 'get', {
    select: ['id', 'subject', 'details', 'source_contact_id.display_name'],
    where: [...where, ['activity_type_id:name', '=', 'Phone Call']],
    orderBy: { id: 'DESC' },
    limit,
  });
  return readRows(workstationRow, values).read;
}

/** Names the subject that was read: a revocation that came meanwhile is never written over. */
async function change(site: CiviCrmSite, { crmId, subject }: WorkstationInCrm, values: object): Promise<boolean> {
  const where = [
    ['id', '=', crmId],
    ['subject', '=', subject],
  ];
  const { values: changed } = await callApi(site, 'Activity', 'update', { where, values });
  return changed.length > 0;
}

function toWorkstation(row: Row, id: string): WorkstationInCrm {
  const announcement = readAnnouncement(withoutHtml(row.details ?? ''));
  return {
    crmId: row.id,
    id,
    subject: row.subject,
    who: row['source_contact_id.display_name'] ?? '',
    announcement,
    ...readState(row.subject),
  };
}

function writeDetails(id: string, announcement: Announcement): string {
  return workstationLines(id, announcement)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('\n');
}

function withoutHtml(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}
