/** Finding donors, and what is recorded about a donor outside a call. */
import { ownNumber } from '../../../domain/donor-number.ts';
import { comparePhones } from '../../../domain/donor-facts.ts';
import { sentence } from '../../../domain/language.ts';
import { fullName, headingName } from '../../../domain/person-name.ts';
import { validNumberIn, writeNumber } from '../../../domain/phone-number.ts';
import { writeAddress } from '../../../domain/postal-address.ts';
import { readQuestion } from '../../../domain/search/search-question.ts';
import { findByNumber } from '../../../db/queries/candidates.ts';
import { readLastAttempts } from '../../../db/queries/calls.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { findByCrmId } from '../../../db/queries/donor-of-crm.ts';
import { readWinners } from '../../../db/queries/merged-donors.ts';
import { searchDonors } from '../../../db/queries/search.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { mayBeShown } from '../donor/access.ts';
import { townOf } from '../views/seen-donors.ts';
import { recordConsent as record } from '../calls/record-consent.ts';
import type { Handler } from '../dispatcher.ts';

type FoundDonor = OutputOf<'donor.search'>['donors'][number];

/** As many as fit on a screen; who is not among them is found by typing on. */
const MOST_FOUND = 20;

/** Of one key nobody can tell anything. */
const FEWEST_KEYS = 2;

export const search: Handler<'donor.search'> = async (context, { text }) => {
  const { store } = context;
  if (text.trim().length < FEWEST_KEYS) return { donors: [], hasMore: false };
  const donorIds = await searchDonors(store.reader, readQuestion(text), MOST_FOUND + 1);
  const shown = donorIds.slice(0, MOST_FOUND);
  const donors = await readDonors(store.reader, shown);
  const whole = await mayBeShown(context, shown);
  return {
    donors: shown.flatMap((donorId) => viewFound(donors.get(donorId), whole)),
    hasMore: donorIds.length > MOST_FOUND,
  };
};

/** Of whoever lost a merge, the winner: a link in an old mail still leads to the right person. */
export const ofCrm: Handler<'donor.ofCrm'> = async ({ store }, { crmId }) => {
  const winner = (await readWinners(store.reader, [crmId])).get(crmId) ?? crmId;
  return { donorId: await findByCrmId(store.reader, winner) };
};

export const whoCalled: Handler<'donor.whoCalled'> = async (context, { number: text }) => {
  const { store } = context;
  const number = validNumberIn(text);
  if (number === null) return { number: null, donors: [] };
  const donors = await readDonors(store.reader, await findByNumber(store.reader, number));
  const present = [...donors.values()].filter(({ isRemoved }) => !isRemoved);
  const donorIds = present.map(({ donorId }) => donorId);
  const attempts = await readLastAttempts(store.reader, donorIds);
  const whole = await mayBeShown(context, donorIds);
  return {
    number: writeNumber(number),
    donors: present
      .flatMap((donor) =>
        viewFound(donor, whole).map((found) => ({ ...found, lastCall: attempts.get(donor.donorId) ?? null })),
      )
      // Whom we called last is the likeliest to call back.
      .sort((a, b) => (b.lastCall?.day ?? '').localeCompare(a.lastCall?.day ?? '') || a.donorId - b.donorId),
  };
};

export const recordConsent: Handler<'donor.recordConsent'> = async (context, input) => {
  const recorded = await record(context, input);
  context.sync.changed();
  return recorded;
};

/**
 * Of somebody outside the list as much as it takes to recognise who rings: the name and the place. The rest comes when
 * somebody has said why (`donor.look`).
 *
 * @param whole of whom everything may be shown
 */
function viewFound(donor: Donor | undefined, whole: ReadonlySet<number>): readonly FoundDonor[] {
  if (donor === undefined || donor.isRemoved) return [];
  const found = viewWhole(donor);
  if (whole.has(donor.donorId)) return [found];
  return [{ ...found, address: townOf(donor), number: null, email: null }];
}

function viewWhole(donor: Donor): FoundDonor {
  const { donorId, crmId, externalId, isDeceased, details } = donor;
  const { name, phones, emails, addresses } = details;
  const address = addresses.find(({ isPrimary }) => isPrimary) ?? addresses[0];
  const email = emails.find(({ isPrimary }) => isPrimary) ?? emails[0];
  const numbers = phones
    .map((phone) => ({ ...phone, id: phone.crmId ?? phone.rowId ?? Number.MAX_SAFE_INTEGER }))
    .map(({ id, value, isPrimary }) => ({ id, raw: value, isPrimary, number: validNumberIn(value) }))
    .map((phone) => ({ ...phone, isRecordedWrong: false }))
    .sort(comparePhones);
  const number = numbers.find((phone) => phone.number !== null)?.number ?? null;
  return {
    donorId,
    crmId,
    externalId: ownNumber(externalId),
    name: sentence((language) => headingName(name, language)),
    fullName: fullName(name),
    address: address === undefined ? '' : writeAddress(address.value),
    number: number === null ? null : writeNumber(number),
    email: email?.value ?? null,
    isDeceased,
  };
}
