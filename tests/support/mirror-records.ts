/** Records as a CRM's connector hands them over: a test says what matters, the rest is ordinary. */
import type { MirrorDonor, MirrorGift, MirrorMandate, MirrorMoment } from '../../db/mirror/records.ts';

/** @param number of the only telephone; empty for none */
export function inventMirrorDonor({
  number = '0612345678',
  ...own
}: Partial<MirrorDonor> & { readonly crmId: number; readonly number?: string }): MirrorDonor {
  const phone = { crmId: own.crmId, raw: number, isPrimary: true, kind: 'Mobile', location: null };
  return {
    externalId: null,
    kind: 'individual',
    firstName: 'Hanneke',
    prefix: 'van der',
    surname: 'Knaap',
    displayName: 'Hanneke van der Knaap',
    gender: 'female',
    language: 'nl',
    doesNotWantCalls: false,
    doesNotWantEmail: false,
    doesNotWantPost: false,
    isDeceased: false,
    isRemoved: false,
    phones: number === '' ? [] : [phone],
    emails: [],
    addresses: [],
    ...own,
  };
}

export function inventGift(own: Partial<MirrorGift> & Pick<MirrorGift, 'crmId' | 'donorCrmId' | 'day'>): MirrorGift {
  return { amount: 2_500, status: 'received', mandateCrmId: null, project: null, source: null, ...own };
}

export function inventMandate(
  own: Partial<MirrorMandate> & Pick<MirrorMandate, 'crmId' | 'donorCrmId' | 'startDay'>,
): MirrorMandate {
  const frequency = { unit: 'month', interval: 1 } as const;
  return { amount: 1_000, frequency, status: 'running', cancelledDay: null, ...own };
}

export function inventMoment(
  own: Partial<MirrorMoment> & Pick<MirrorMoment, 'crmId' | 'donorCrmIds' | 'day'>,
): MirrorMoment {
  return {
    typeName: 'Phone Call',
    statusName: 'Completed',
    subject: 'Bedankt',
    at: `${own.day}T18:00:00.000Z`,
    assignees: [],
    operationId: null,
    programme: null,
    promisedIn: null,
    outcome: null,
    callerCrmId: null,
    number: null,
    ...own,
  };
}
