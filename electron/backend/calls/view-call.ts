/** A call as its screen shows it. */
import type { CallView } from '../../../contract/procedures/call.ts';
import { correctionSchema, type DetailField } from '../../../domain/correction.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { comparePhones, type DonorFacts } from '../../../domain/donor-facts.ts';
import { givingOn } from '../../../domain/giving.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { legalBasisOf, writeLegalBasis } from '../../../domain/legal-basis.ts';
import { OUTCOME_IDS, OUTCOMES } from '../../../domain/outcome.ts';
import { envelopeName, headingName } from '../../../domain/person-name.ts';
import { telephoneLink, writeNumber } from '../../../domain/phone-number.ts';
import { envelopeLines } from '../../../domain/postal-address.ts';
import {
  readConfirmedDetails,
  readCorrectedFields,
  readCorrectionsOf,
  type CallItem,
} from '../../../db/queries/calls.ts';
import { readDonors, type Donor } from '../../../db/queries/donor-details.ts';
import { findMergeSince } from '../../../db/queries/notices.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import { readSettingsOf } from '../../../db/queries/programme-versions.ts';
import { readSetting } from '../../../db/queries/settings.ts';
import type { AskContext } from '../context.ts';
import { readStory } from '../charity/read-own-charity.ts';
import { IS_PRACTICE } from '../profile-settings.ts';
import { notFound } from '../refusal.ts';
import { readAddressForm } from '../views/address-form.ts';
import { occasionOf, viewGift } from '../views/gift-view.ts';
import { readPast } from '../views/past-view.ts';
import { scriptFor } from '../views/script-view.ts';
import { townOf } from '../views/seen-donors.ts';
import { viewBenefits } from './benefits.ts';
import { consequencesOf } from './consequences.ts';
import { readRivals } from './current-list.ts';
import { listDetails } from './detail-list.ts';
import { viewFollowUps, viewTopics } from './follow-ups.ts';
import { changedElsewhere } from './seen-details.ts';
import { viewWishes } from './wishes.ts';
import { writeCorrected } from './write-corrected.ts';

/** A call keeps the settings that it began with, whatever was saved since. */
export async function viewCall(asked: AskContext, item: CallItem): Promise<CallView> {
  const context = { ...asked, programmes: await readSettingsOf(asked.store.reader, item.programme_version) };
  const { store, today, programmes } = context;
  const donorId = item.donor_id;
  const donor = (await readDonors(store.reader, [donorId])).get(donorId);
  const [facts] = await readFacts(store.reader, [donorId]);
  if (donor === undefined || facts === undefined) throw notFound();
  const subject = { programme: item.programme, promisedIn: item.promised_in };
  const occasion = occasionOf(facts, today, subject, programmes);
  const past = (await readPast(store.reader, [donorId], today)).get(donorId) ?? [];
  const isPractice = (await readSetting(store.reader, IS_PRACTICE)) ?? false;
  const dialsItself = isPractice || (await context.telephone.isUsed());
  const numbers = viewNumbers(facts, donor, dialsItself);
  const rivals = await readRivals(store.reader, facts);
  const consequences = consequencesOf(context, { item, donor: facts, rivals, otherNumbers: numbers.length - 1 });
  const script = await scriptFor(context, donor, occasion);
  const { addresses, name } = donor.details;
  const address = addresses.find(({ isPrimary }) => isPrimary) ?? addresses[0];
  return {
    callItemId: item.id,
    donorId,
    programme: item.programme,
    name: sentence((language) => headingName(name, language)),
    firstName: name.kind === 'individual' ? name.firstName : '',
    town: townOf(donor),
    language: donor.language,
    numbers,
    ...viewGift(occasion, name.gender, today, programmes),
    past: past.map(({ day, text }) => ({
      day,
      dayText: sentence((language) => writeDay(day, language, { today, style: 'short' })),
      text,
    })),
    legalBasis: viewBasis(facts, today, programmes),
    script: [...script],
    addressForm: await readAddressForm(store.reader, donorId),
    story: await readStory(store.reader, occasion.gift?.project ?? null),
    details: await viewDetails(context, item, donor),
    envelope: address === undefined ? [] : [envelopeName(name, donor.language), ...envelopeLines(address.value)],
    ...(await viewWishes(context, item, { language: donor.language, doesNotWantEmail: facts.doesNotWantEmail })),
    benefits: await viewBenefits(context, item, facts, occasion),
    person: { kind: name.kind, gender: name.gender, displayName: name.displayName },
    notes: item.notes,
    notesSavedAt: item.notes_saved_at,
    objectionAnswer: item.objection_answer,
    emotion: item.emotion,
    thumb: item.thumb,
    nps: item.nps,
    asksNps: programmeOf(item) === 'ask-feedback',
    followUps: await viewFollowUps(context, item),
    topics: await viewTopics(context),
    outcomes: OUTCOME_IDS.map((id) => ({
      id,
      key: OUTCOMES[id].key,
      name: OUTCOMES[id].name,
      consequence: consequences[id],
      needsObjectionAnswer: OUTCOMES[id].asksForObjection,
    })),
    startedAt: item.started_at,
    notice:
      (await findMergeSince(store.reader, donorId, item.opened_at)) ??
      noticeOf(item, donor, await readCorrectedFields(store.reader, item.id)),
  };
}

/** The programme that it is about: for a callback the one in which it was promised. */
function programmeOf({ programme, promised_in: promisedIn }: CallItem): CallItem['programme'] {
  return programme === 'callback' ? (promisedIn ?? programme) : programme;
}

/** The project of the gift that the call is about; null for none. */
export async function projectOf({ store, today, programmes }: AskContext, item: CallItem): Promise<string | null> {
  const [facts] = await readFacts(store.reader, [item.donor_id]);
  if (facts === undefined) return null;
  const subject = { programme: item.programme, promisedIn: item.promised_in };
  return occasionOf(facts, today, subject, programmes).gift?.project ?? null;
}

const KINDS: ReadonlyMap<string, Sentence> = new Map(
  Object.entries<Sentence>({
    Mobile: { nl: 'Mobiel', en: 'Mobile' },
    Phone: { nl: 'Vast', en: 'Landline' },
  }),
);

function viewNumbers(facts: DonorFacts, donor: Donor, dialsItself: boolean): CallView['numbers'] {
  const usable = facts.phones.toSorted(comparePhones).flatMap(({ id, number, isRecordedWrong }) => {
    if (number === null || isRecordedWrong) return [];
    const row = donor.details.phones.find(({ crmId, rowId }) => (crmId ?? rowId) === id);
    return [{ number, label: KINDS.get(row?.kind ?? '') ?? { nl: 'Telefoon', en: 'Phone' } }];
  });
  return usable.map(({ number, label }) => ({
    number,
    label,
    display: writeNumber(number),
    // A practice profile never dials: its people are invented, their numbers need not be. A telephone system does.
    link: dialsItself ? null : telephoneLink(number),
  }));
}

async function viewDetails({ store }: AskContext, item: CallItem, donor: Donor): Promise<CallView['details']> {
  const corrections = await readCorrectionsOf(store.reader, item.id);
  const confirmed = await readConfirmedDetails(store.reader, item.id);
  return listDetails(donor.details).map(({ key, field, label, text, input, doubt }) => {
    const own = corrections.filter(({ detail }) => detail === key);
    const first = own[0];
    const state = first !== undefined ? 'corrected' : confirmed.has(key) ? 'confirmed' : 'not-asked';
    return {
      key,
      field,
      label,
      text,
      oldText: first === undefined ? null : writeCorrected(correctionSchema.parse(JSON.parse(first.body))),
      state,
      checkedBy: own.at(-1)?.checked_by ?? confirmed.get(key) ?? null,
      input,
      doubt: state === 'not-asked' ? doubt : null,
    };
  });
}

/** rules-nl.md L1-L3: why this donor may be called. */
function viewBasis(facts: DonorFacts, today: AskContext['today'], { legal }: AskContext['programmes']): Sentence {
  const giving = givingOn(today, facts.gifts, facts.mandates);
  return writeLegalBasis(legalBasisOf(facts, giving, today, legal), today);
}

function noticeOf(item: CallItem, donor: Donor, corrected: ReadonlySet<DetailField>): Sentence | null {
  if (donor.isRemoved) {
    return {
      nl: 'Deze donateur is tijdens het gesprek uit het CRM gehaald. Wat je vastlegt, blijft hier bewaard.',
      en: 'This donor was removed from the CRM during the call. What you record stays here.',
    };
  }
  if (item.seen_details === null || !changedElsewhere(item.seen_details, donor.details, corrected)) return null;
  return {
    nl: 'Deze donateur is tijdens het gesprek in het CRM veranderd. Wat jij typte, is er nog.',
    en: 'This donor was changed in the CRM during the call. What you typed is still there.',
  };
}
