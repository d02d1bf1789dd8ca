/** The call list as data, and why somebody is or is not on it. */
import { countSuppressed, ofLane } from '../../../domain/call-list/call-list.ts';
import { fullName } from '../../../domain/person-name.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { findByExternalId } from '../../../db/queries/candidates.ts';
import { explainDonor, readCallList, traceDonor } from '../calls/current-list.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { AskContext } from '../context.ts';
import { requireAccess, requireLane } from '../donor/access.ts';
import type { Handler } from '../dispatcher.ts';
import { notFound } from '../refusal.ts';

export const getList: Handler<'list.get'> = async (context, { lane, date = context.today }) => {
  requireLane(context, lane);
  const list = ofLane(await readCallList(context, date), lane);
  const donors = await readDonors(
    context.store.reader,
    list.items.map(({ donorId }) => donorId),
  );
  return {
    date,
    lane,
    items: list.items.flatMap(({ donorId, match, number, attempts, also }) => {
      const donor = donors.get(donorId);
      if (donor === undefined) return [];
      return [
        {
          donorId,
          crmId: donor.crmId,
          externalId: donor.externalId,
          name: fullName(donor.details.name),
          programme: match.programme,
          due: match.due,
          reason: match.reason,
          phone: number,
          attempts,
          also: [...also],
        },
      ];
    }),
    suppressed: countSuppressed(list),
  };
};

export const explainList: Handler<'list.explain'> = async (context, { donor, date = context.today }) => {
  const donorId = await findDonor(context, donor);
  const explanation = donorId === null ? null : await explainDonor(context, donorId, date);
  if (explanation === null) throw notFound();
  return { ...explanation, suppressions: [...explanation.suppressions] };
};

export const traceList: Handler<'list.trace'> = async (context, { donor, date = context.today }) => {
  const donorId = await findDonor(context, donor);
  if (donorId !== null) await requireAccess(context, donorId);
  const lines = donorId === null ? null : await traceDonor(context, donorId, date);
  if (lines === null) throw notFound();
  return {
    lines: lines.map((line) => ({
      ...line,
      programmeName: line.programme === null ? null : PROGRAMMES[line.programme].name,
    })),
  };
};

type Asked = ParsedInputOf<'list.trace'>['donor'];

/** By the number here, or by the charity's own; null when nobody has it. */
export async function findDonor({ store }: AskContext, donor: Asked): Promise<number | null> {
  return 'donorId' in donor ? donor.donorId : findByExternalId(store.reader, donor.externalId);
}
