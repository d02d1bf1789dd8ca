/** The trail of this workstation, in sentences. */
import type { AuditLine } from '../../../contract/procedures/audit.ts';
import { ownNumber } from '../../../domain/donor-number.ts';
import { actionsOf, kindOfAction, writeAction } from '../../../domain/audit/actions.ts';
import { writeChain } from '../../../domain/audit/chain-sentence.ts';
import { wallClock, type CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { sentence } from '../../../domain/language.ts';
import { readAnchors } from '../../../db/audit-anchors.ts';
import { checkChain, readBeginning } from '../../../db/audit-chain.ts';
import { readPeople } from '../../../db/queries/people.ts';
import { findDonorByNumber, readAudit, type AuditRow } from '../../../db/queries/read-audit.ts';
import type { OutputOf } from '../../../contract/index.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';

const LINES_ON_A_PAGE = 50;

export const listAudit: Handler<'audit.list'> = async (context, { personId, kind, donor, before }) => {
  const { store, today } = context;
  const { reader } = store;
  const people = await readPeople(reader);
  const donorId = donor === '' ? null : await findDonorByNumber(reader, donor);
  const isDonorKnown = donor === '' || donorId !== null;
  const rows = isDonorKnown
    ? await readAudit(reader, {
        personId,
        actions: kind === null ? null : actionsOf(kind),
        donorId,
        before,
        most: LINES_ON_A_PAGE + 1,
      })
    : [];
  const shown = rows.slice(0, LINES_ON_A_PAGE);
  const names = new Map(people.map(({ id, name }) => [String(id), name]));
  return {
    lines: shown.map((row) => lineOf(row, names, today)),
    olderThan: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    isDonorKnown,
    chain: before === null ? await viewChain(context) : null,
    people: people.map(({ id, name }) => ({ id, name })),
  };
};

async function viewChain({ store, paths }: AskContext): Promise<OutputOf<'audit.list'>['chain']> {
  const { reader } = store;
  const found = await checkChain(reader, await readAnchors(store, paths.snapshots, await readBeginning(reader)));
  return { isWhole: found.isWhole, sentence: writeChain(found) };
}

function lineOf(row: AuditRow, names: ReadonlyMap<string, string>, today: CalendarDay): AuditLine {
  const { day, time } = wallClock(row.at);
  const donor = ownNumber(row.external_id) ?? (row.crm_id === null ? null : String(row.crm_id));
  return {
    id: row.id,
    at: row.at,
    day: sentence((language) => writeDay(day, language, { today, style: 'weekday' })),
    time,
    who: row.name ?? null,
    what: writeAction(row.action, {
      donor: donor ?? (row.about_donor_id === null ? null : `#${row.about_donor_id}`),
      other: names.get(row.subject) ?? null,
      subject: row.subject,
      detail: detailOf(row.detail),
    }),
    kind: kindOfAction(row.action),
    donorId: row.about_donor_id,
    words: row.words,
  };
}

/** Earlier versions kept the changes of the rules as a list. */
function detailOf(json: string | null): Readonly<Record<string, unknown>> {
  const detail: unknown = json === null ? {} : JSON.parse(json);
  return Array.isArray(detail) ? { changes: detail } : (detail as Readonly<Record<string, unknown>>);
}
