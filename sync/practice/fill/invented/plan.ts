/** Who the donors are: all of them, invented before the first one is written. */
import type { Donor, Gift, GiftStatus } from './donor.ts';
import type { Circumstances, Loyalty } from './giving.ts';
import { inventHistory } from './giving.ts';
import { inventLife, inventMoments, spoilDetails } from './life.ts';
import { inventNewcomer } from './newcomers.ts';
import { inventPartner, inventPerson } from './people.ts';
import { yearOf } from './calendar.ts';

const LOYALTIES: Readonly<Record<Loyalty, number>> = {
  friend: 10,
  first: 18,
  again: 27,
  regular: 30,
  ambassador: 5,
  lapsed: 10,
};

/** Of a small charity more than a quarter is new, of a large one a tenth: the callers can do only so much. */
function newcomersAmong(count: number): number {
  return Math.round(Math.min(0.28 * count, 72 + count / 10));
}

function majorGiftsAmong(count: number): number {
  return count < 100 ? Math.floor(count / 60) : Math.round(5.6 + count / 1000);
}

function inventDonor(circumstances: Circumstances, previous: Donor | undefined, isNewcomer: boolean): Donor {
  const { random, today } = circumstances;
  const year = yearOf(today);
  const canShare = previous?.kind === 'Individual' && previous.address !== null && !previous.address.shared;
  const isPartner = random.chance(0.06);
  const donor = canShare && isPartner ? inventPartner(random, year, previous) : inventPerson(random, year);
  if (isNewcomer) {
    inventNewcomer(circumstances, donor);
  } else {
    inventHistory(circumstances, donor, random.weighted(LOYALTIES));
    inventMoments(circumstances, donor);
  }
  inventLife(circumstances, donor);
  spoilDetails(random, donor);
  return donor;
}

/** Lets some of the donors give much, in the last month. */
function giveGenerously({ random, today }: Circumstances, donors: readonly Donor[], count: number): void {
  const able = donors.filter((donor) => donor.deceasedOn === null && !donor.inBin && donor.gifts.length > 0);
  for (const donor of random.shuffled(able).slice(0, count)) {
    donor.gifts.push({
      day: today - random.integer(1, 29),
      amount: random.pick([1000, 1000, 1250, 1500, 2000, 2500, 5000, 1234.56]),
      status: 'completed',
      source: 'Overboeking',
      campaignId: null,
      mandate: null,
      isTest: false,
    });
  }
}

function latestGift(donor: Donor, today: number): Gift | undefined {
  const given = donor.gifts.filter((gift) => gift.day <= today);
  return given.toSorted((a, b) => b.day - a.day)[0];
}

/** Lets the latest debits of some donors fail. */
function failDebits({ random, today }: Circumstances, donors: readonly Donor[], count: number): void {
  const recent = random.shuffled(donors).flatMap((donor) => {
    const gift = latestGift(donor, today);
    const isRecent = gift !== undefined && gift.mandate !== null && today - gift.day <= 25 && today - gift.day >= 2;
    return isRecent ? [{ donor, gift }] : [];
  });
  for (const { donor, gift } of recent.slice(0, count)) {
    const status: GiftStatus = random.chance(0.6) ? 'failed' : 'chargeback';
    donor.gifts[donor.gifts.indexOf(gift)] = { ...gift, status };
  }
}

/** Invents so many donors. The newcomers are the last of them, as they would be in a real file. */
export function inventDonors(circumstances: Circumstances, count: number): readonly Donor[] {
  const established = count - newcomersAmong(count);
  const donors: Donor[] = [];
  while (donors.length < count) {
    donors.push(inventDonor(circumstances, donors.at(-1), donors.length >= established));
  }
  const veterans = donors.slice(0, established);
  giveGenerously(circumstances, veterans, majorGiftsAmong(count));
  failDebits(circumstances, veterans, Math.round(count / 100));
  return donors;
}
