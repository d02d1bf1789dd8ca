/** Everything of one donor on one page. */
import type { DonorPage } from '../../../contract/procedures/donor-page.ts';
import { ownNumber } from '../../../domain/donor-number.ts';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { givingOn, type Giving } from '../../../domain/giving.ts';
import { JOURNEY_NAMES, journeyOf } from '../../../domain/journey/journey.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { legalBasisOf, writeLegalBasis } from '../../../domain/legal-basis.ts';
import { LEVEL_NAMES, levelOn } from '../../../domain/loyalty/level.ts';
import { envelopeName, fullName, headingName } from '../../../domain/person-name.ts';
import { writeNumber, type E164 } from '../../../domain/phone-number.ts';
import { envelopeLines, writeAddress } from '../../../domain/postal-address.ts';
import { startOfJourney } from '../../../domain/programmes/thank-you-call.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { readEmotions, readSharedNumbers } from '../../../db/queries/donor-page.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { readGifts, readMandates } from '../../../db/queries/giving.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import { recordLook, requireAccess } from '../donor/access.ts';
import { readGiftPlaces } from '../../../db/sources/gift-places.ts';
import { viewGiving } from '../donor/view-giving.ts';
import { viewCorrections, viewEvents } from '../donor/view-rights.ts';
import { viewTimeline } from '../donor/view-timeline.ts';
import { notFound } from '../refusal.ts';

export const getPage: Handler<'donor.page'> = async (context, { donorId }) => {
  const { store, today, programmes } = context;
  const donor = (await readDonors(store.reader, [donorId])).get(donorId);
  if (donor === undefined) throw notFound();
  await requireAccess(context, donorId);
  const [facts] = await readFacts(store.reader, [donorId]);
  // What was given is known of everybody, also of whom the details are not here.
  const gifts = (await readGifts(store.reader, [donorId])).get(donorId) ?? [];
  const giving = givingOn(today, gifts, (await readMandates(store.reader, [donorId])).get(donorId) ?? []);
  const level = facts === undefined ? null : levelOn(today, facts, giving, programmes.loyalty);
  return {
    donorId,
    externalId: ownNumber(donor.externalId),
    crmId: donor.crmId,
    ...viewWho(donor, facts),
    level: level === null ? null : { id: level, name: LEVEL_NAMES[level] },
    journey: await viewJourney(context, facts, giving),
    giving: viewGiving(giving, await readGiftPlaces(store.reader, donorId), today),
    timeline: await viewTimeline(store.reader, donorId, today),
    corrections: await viewCorrections(store.reader, donorId, today),
    rights: {
      hasObjected: facts?.hasObjected ?? donor.doesNotWantCalls,
      isFlagged: donor.doesNotWantCalls,
      basis: basisOf(context, facts, giving),
      ...(await viewEvents(store.reader, donorId, today)),
    },
    household: await viewHousehold(context, donorId),
  };
};

export const look: Handler<'donor.look'> = async (context, { donorId, why, reason }) => {
  if (!(await readDonors(context.store.reader, [donorId])).has(donorId)) throw notFound();
  await recordLook(context, donorId, { why, words: reason });
  return {};
};

function viewWho(
  donor: Donor,
  facts: DonorFacts | undefined,
): Pick<DonorPage, 'name' | 'fullName' | 'address' | 'envelope' | 'numbers' | 'emails' | 'flags'> {
  const { details, isOutside } = donor;
  const address = details.addresses.find(({ isPrimary }) => isPrimary) ?? details.addresses[0];
  return {
    name: isOutside ? null : sentence((language) => headingName(details.name, language)),
    fullName: isOutside ? '' : fullName(details.name),
    address: address === undefined ? '' : writeAddress(address.value),
    envelope:
      address === undefined || isOutside
        ? []
        : [envelopeName(details.name, donor.language), ...envelopeLines(address.value)],
    numbers: (facts?.phones ?? []).map(({ number, raw, isRecordedWrong }) => ({
      display: number === null ? raw : writeNumber(number),
      isWrong: isRecordedWrong || number === null,
    })),
    emails: details.emails.map(({ value }) => value),
    flags: {
      isDeceased: facts?.isDeceased ?? donor.isDeceased,
      isRemoved: donor.isRemoved,
      hasComplaint: facts?.hasOpenComplaint ?? false,
      doesNotWantEmail: facts?.doesNotWantEmail ?? false,
      doesNotWantPost: facts?.doesNotWantPost ?? false,
    },
  };
}

async function viewJourney(
  { store, today, programmes }: AskContext,
  donor: DonorFacts | undefined,
  giving: Giving,
): Promise<DonorPage['journey']> {
  const { dayZero } = giving;
  if (donor === undefined || dayZero === null) return { start: null, steps: [] };
  const emotions = await readEmotions(store.reader, donor.donorId);
  const on = (day: CalendarDay | null): Sentence | null =>
    day === null ? null : sentence((language) => writeDay(day, language, { today, style: 'short' }));
  return {
    start: sentence((language) => startOfJourney(giving, dayZero, today, language)),
    steps: journeyOf({ today, donor, giving, settings: programmes, emotions }).map(
      ({ id, state, day, due, emotion }) => ({
        id,
        name: JOURNEY_NAMES[id],
        state,
        dayText: on(day),
        dueText: on(due),
        emotion,
      }),
    ),
  };
}

function basisOf({ today, programmes }: AskContext, donor: DonorFacts | undefined, giving: Giving): Sentence {
  if (donor === undefined) {
    return {
      nl: 'Onbekend: de gegevens zijn niet op deze werkplek',
      en: 'Unknown: the details are not on this workstation',
    };
  }
  return writeLegalBasis(legalBasisOf(donor, giving, today, programmes.legal), today);
}

async function viewHousehold({ store }: AskContext, donorId: number): Promise<DonorPage['household']> {
  const shared = await readSharedNumbers(store.reader, donorId);
  const donors = await readDonors(
    store.reader,
    shared.map(({ donor_id: id }) => id),
  );
  return shared.flatMap(({ donor_id: id, number }) => {
    const donor = donors.get(id);
    if (donor === undefined) return [];
    const { name, addresses } = donor.details;
    return [
      {
        donorId: id,
        name: sentence((language) => headingName(name, language)),
        number: writeNumber(number as E164),
        address: addresses[0] === undefined ? '' : writeAddress(addresses[0].value),
      },
    ];
  });
}
