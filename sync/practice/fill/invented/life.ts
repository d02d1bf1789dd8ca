import { dayText } from './calendar.ts';
import { CALL_NOTES, COMPLAINTS, ORIGINS, PREFERRED_TIMES } from './charity.ts';
import type { Donor } from './donor.ts';
import type { Circumstances } from './giving.ts';
import type { Random } from './random.ts';

/** Earlier calls, letters and complaints of somebody who has been a donor for a while. */
export function inventMoments({ random, today }: Circumstances, donor: Donor): void {
  if (random.chance(0.16)) {
    const status = random.weighted({ completed: 72, leftMessage: 16, unreachable: 12 });
    donor.moments.push({
      kind: 'call',
      status,
      day: today - random.integer(random.chance(0.2) ? 3 : 90, 700),
      hour: random.integer(10, 20),
      subject: 'Bedankbelletje',
      details: status === 'completed' ? random.pick(CALL_NOTES) : null,
      minutes: status === 'completed' ? random.integer(2, 20) : null,
    });
  }
  if (random.chance(0.015)) {
    donor.moments.push({
      kind: 'call',
      status: 'scheduled',
      day: today + random.integer(0, 6),
      hour: random.integer(10, 20),
      subject: 'Belafspraak',
      details: null,
      minutes: null,
    });
  }
  if (random.chance(0.1)) {
    donor.moments.push({
      kind: 'letter',
      status: 'completed',
      day: today - random.integer(20, 500),
      hour: 11,
      subject: 'Nieuwsbrief',
      details: null,
      minutes: null,
    });
  }
}

/** What a merge leaves of a contact: its gifts went to the other one. */
function discard(random: Random, donor: Donor): void {
  donor.inBin = true;
  donor.isMerged = random.chance(0.5);
  if (!donor.isMerged) return;
  donor.gifts.length = 0;
  donor.mandates.length = 0;
}

/** Wishes, losses and preferences that anybody may have. */
export function inventLife({ random, today }: Circumstances, donor: Donor): void {
  if (random.chance(0.035)) donor.wishes.add('do_not_phone');
  if (random.chance(0.05)) donor.wishes.add('do_not_email');
  if (random.chance(0.03)) donor.wishes.add('do_not_mail');
  if (random.chance(0.02)) donor.wishes.add('do_not_sms');
  if (random.chance(0.05)) donor.wishes.add('is_opt_out');
  if (donor.kind === 'Individual' && random.chance(0.015)) donor.deceasedOn = dayText(today - random.integer(5, 900));
  if (random.chance(0.012)) discard(random, donor);
  if (random.chance(0.012)) {
    donor.moments.push({
      kind: 'complaint',
      status: random.chance(0.6) ? 'scheduled' : 'completed',
      day: today - random.integer(1, 30),
      hour: 15,
      subject: random.pick(COMPLAINTS),
      details: null,
      minutes: null,
    });
  }
  if (random.chance(0.008)) {
    const day = today - random.integer(1, 40);
    donor.gifts.push({
      day,
      amount: 1,
      status: 'completed',
      source: 'Website',
      campaignId: null,
      mandate: null,
      isTest: true,
    });
  }
  if (random.chance(0.7)) donor.origin = random.pick(ORIGINS);
  if (random.chance(0.35)) donor.preferredTime = random.pick(PREFERRED_TIMES);
}

function spoilPhone(random: Random, donor: Donor): void {
  const [phone] = donor.phones;
  if (phone === undefined) return;
  const { number } = phone;
  phone.number = random.pick([
    '06-1234',
    '020-555',
    'onbekend',
    `${number} (na 18 uur)`.slice(0, 32),
    `dochter: ${number}`.slice(0, 32),
  ]);
}

function spoilAddress(random: Random, donor: Donor): void {
  if (donor.address === null || donor.address.shared) return;
  if (random.chance(0.5)) donor.address.postcode = random.pick(['0000 XX', '1234', null]);
  else donor.address.street = donor.address.street.replace(/ \d.*$/, '');
}

function spoilName(random: Random, donor: Donor): void {
  if (donor.kind !== 'Individual') return;
  if (random.chance(0.5)) {
    donor.firstName = donor.firstName?.toUpperCase() ?? null;
    donor.middleName = donor.middleName?.toUpperCase() ?? null;
    donor.lastName = donor.lastName?.toUpperCase() ?? null;
  } else if (donor.middleName !== null) {
    donor.lastName = `${donor.middleName} ${donor.lastName ?? ''}`;
    donor.middleName = null;
  }
}

/** The gaps and mistakes of every real file: they give the verifiers their work. */
export function spoilDetails(random: Random, donor: Donor): void {
  if (random.chance(0.035)) donor.phones.length = 0;
  if (random.chance(0.035)) spoilPhone(random, donor);
  if (random.chance(0.03)) donor.address = null;
  if (random.chance(0.025)) spoilAddress(random, donor);
  if (random.chance(0.05)) spoilName(random, donor);
  const [email] = donor.emails;
  if (email !== undefined && random.chance(0.02)) email.onHold = true;
  if (email !== undefined && random.chance(0.01)) email.address = email.address.replace('@', ' at ');
}
