/** The workstations of the organisation: read from the CRM, revoked there, and the report about one that is lost. */
import { writeInstant } from '../../../domain/audit/chain-sentence.ts';
import { sentence } from '../../../domain/language.ts';
import { reportPages } from '../../../domain/paper/report-pages.ts';
import {
  breachReport,
  factsOf,
  lastSeen,
  reportFileName,
  STATE_NAMES,
  writeReportText,
} from '../../../domain/workstation/breach-report.ts';
import type { WorkstationView } from '../../../contract/procedures/workstations.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import { OWN_WORKSTATION } from '../../../db/queries/workstation.ts';
import { CrmFailure } from '../../../sync/crm-failure.ts';
import type { WorkstationInCrm, WorkstationsOfCrm } from '../../../sync/workstations/workstations-of-crm.ts';
import { readCharityName } from '../charity/read-own-charity.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { noteExport } from '../exports.ts';
import { openConnector } from '../open-connector.ts';
import { pdfOf } from '../paper/pdf-of.ts';
import { notFound, Refusal } from '../refusal.ts';

export const listWorkstations: Handler<'workstations.list'> = async (context) => {
  const own = await readSetting(context.store.reader, OWN_WORKSTATION);
  const all = await inCrm(context, (workstations) => workstations.readAll());
  // One that was announced twice is one; what was revoked stays revoked.
  const byId = new Map<string, WorkstationInCrm>();
  for (const each of all) if (!byId.has(each.id) || each.state !== 'working') byId.set(each.id, each);
  const ordered = [...byId.values()].sort((a, b) => lastSeen(b).localeCompare(lastSeen(a)));
  return { workstations: ordered.map((each) => view(each, own?.id ?? null)) };
};

export const revokeWorkstation: Handler<'workstations.revoke'> = async (context, { id }) => {
  const { store, now, person } = context;
  const isDone = await inCrm(context, async (workstations) => {
    const seen = await requireSeen(workstations, id);
    return seen.state !== 'working' || workstations.setState(seen, { state: 'revoked', at: now() }, null);
  });
  if (!isDone) {
    throw new Refusal('out-of-date', {
      nl: 'Iemand veranderde dit net in het CRM. Kijk opnieuw.',
      en: 'Somebody just changed this in the CRM. Look again.',
    });
  }
  await store.write((writer) =>
    noteAudit(writer, { at: now(), personId: person.id, action: 'workstation-revoked', subject: id }),
  );
  return {};
};

export const reportWorkstation: Handler<'workstations.report'> = async (context, { id, language }) => {
  const workstation = await inCrm(context, (workstations) => requireSeen(workstations, id));
  const charityName = await readCharityName(context.store.reader);
  const facts = { workstation, charityName, madeAt: context.now(), madeBy: context.person.name };
  const report = breachReport(facts, language);
  await noteExport(context, 'breach-report', []);
  const pdf = await pdfOf(
    context,
    reportFileName(workstation, language),
    (measure) => ({ title: report.title, language, pages: reportPages(report, measure) }),
    new Map(),
  );
  return { pdf, text: writeReportText(report) };
};

function view(workstation: WorkstationInCrm, ownId: string | null): WorkstationView {
  const { id, who, state, announcement } = workstation;
  const seen = announcement?.seen ?? null;
  return {
    id,
    who,
    isSelf: id === ownId,
    state,
    stateName: STATE_NAMES[state],
    seen: seen === null ? null : sentence((language) => writeInstant(seen, language)),
    facts: [...factsOf(workstation)],
  };
}

async function requireSeen(workstations: WorkstationsOfCrm, id: string): Promise<WorkstationInCrm> {
  const seen = await workstations.find(id, null);
  if (seen === null) throw notFound();
  return seen;
}

/** @throws Refusal without a CRM, and for everything that can be the matter with it */
async function inCrm<Result>(
  { store, reach }: AskContext,
  work: (workstations: WorkstationsOfCrm) => Promise<Result>,
): Promise<Result> {
  const workstations = (await openConnector(store, reach))?.workstations;
  if (workstations === undefined) {
    throw new Refusal('not-found', {
      nl: 'Er is geen CRM gekoppeld. Alleen daar staat welke werkplekken er zijn.',
      en: 'No CRM is connected. Only there it says which workstations there are.',
    });
  }
  try {
    return await work(workstations);
  } catch (error) {
    if (!(error instanceof CrmFailure)) throw error;
    const isRefused = error.kind === 'refused' || error.kind === 'forbidden';
    throw new Refusal(isRefused ? 'crm-refused' : 'crm-unreachable', error.sentence);
  }
}
