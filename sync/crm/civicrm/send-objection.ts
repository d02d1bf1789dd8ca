/** An objection against calls: `do_not_phone`. It wins over whatever the CRM has, so nothing is compared. */
import { OBJECTION_CLEARED, OBJECTION_WAS_SET } from '../../../db/mirror/apply-operation.ts';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { OperationAnswer, UndoneOperation } from '../../connector.ts';
import { CrmFailure } from '../../crm-failure.ts';
import type { ContactState } from './contact.ts';
import { callApi, type CiviCrmSite } from './http.ts';
import { endMark, giveFlagTo, markObjection, readObjectionMarks } from './objection-mark.ts';
import { requireStatus, type CallValues } from './send-call.ts';

interface SentObjection {
  readonly id: string;
  readonly at: Instant;
  readonly wasSetBefore: boolean;
  /** Then the flag may be set by this very objection. */
  readonly wasTried: boolean;
}

/** The flag comes first, whatever becomes of the mark. @throws CrmFailure */
export async function sendObjection(
  site: CiviCrmSite,
  contact: ContactState,
  objection: SentObjection,
  callValues: () => Promise<CallValues>,
): Promise<OperationAnswer> {
  const { id, at, wasTried } = objection;
  const wasSet = objection.wasSetBefore || (contact.do_not_phone === true && !wasTried);
  await setDoNotPhone(site, contact.id, true);
  await unlessForbidden(async () => {
    requireStatus(site, await callValues(), 'undone');
    const marks = wasTried ? await readObjectionMarks(site, contact.id) : [];
    if (marks.every(({ objectionId }) => objectionId !== id)) {
      await markObjection(site, contact.id, { id, at, holdsFlag: !wasSet });
    }
  });
  return { kind: 'applied', reference: wasSet ? 'was set' : OBJECTION_WAS_SET };
}

/**
 * Takes an objection back that was recorded by mistake. A flag that stood there before stays, and so does one that
 * the donor asked for another time, here or at another workstation; unless she gave consent since.
 *
 * @throws CrmFailure
 */
export async function undoObjection(
  site: CiviCrmSite,
  contactId: number,
  { id, body, reference, wasApplied, byConsent }: UndoneOperation & { readonly byConsent: boolean },
): Promise<OperationAnswer> {
  const marks = await readObjectionMarks(site, contactId);
  const own = marks.filter(({ objectionId }) => objectionId === id);
  const [heir] = byConsent ? [] : marks.filter(({ objectionId }) => objectionId !== id);
  const setIt = wasApplied ? reference === OBJECTION_WAS_SET : body.kind === 'objection' && !body.wasSetBefore;
  const holdsFlag = setIt || own.some((mark) => mark.holdsFlag);
  if (holdsFlag && heir === undefined) await setDoNotPhone(site, contactId, false);
  if (holdsFlag && heir?.holdsFlag === false) await giveFlagTo(site, heir);
  for (const mark of own) await endMark(site, mark);
  return { kind: 'applied', reference: holdsFlag && heir === undefined ? OBJECTION_CLEARED : null };
}

/** Where a mark cannot be made, the objection has arrived all the same. */
async function unlessForbidden(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CrmFailure) || error.kind !== 'forbidden') throw error;
  }
}

async function setDoNotPhone(site: CiviCrmSite, contactId: number, flag: boolean): Promise<void> {
  await callApi(site, 'Contact', 'update', {
    where: [
      ['id', '=', contactId],
      ['is_deleted', '=', false],
    ],
    values: { do_not_phone: flag },
  });
}
