/** One invented call, as the backend would show it. */
import type { InputOf } from '../../contract/index.ts';
import type { CallView } from '../../contract/procedures/call.ts';
import type { CheckMethod, DetailState } from '../../domain/correction.ts';
import { sentence } from '../../domain/language.ts';
import { DEFAULT_TOPICS } from '../../domain/follow-ups/topic.ts';
import type { ObjectionAnswer, Emotion, Thumb } from '../../domain/operation.ts';
import { OUTCOMES, OUTCOME_IDS, type OutcomeId } from '../../domain/outcome.ts';
import { envelopeName, headingName, spokenName } from '../../domain/person-name.ts';
import { envelopeLines, writeAddress } from '../../domain/postal-address.ts';
import { writeScript, type Situation } from '../../domain/script/script.ts';
import type { AddressForm } from '../../domain/script/words.ts';
import {
  DEFAULT_OPT_IN_WORDS,
  WISH_ABOUTS,
  WISH_NAMES,
  type WishAbout,
  type WishChannel,
} from '../../domain/wishes.ts';
import { PRACTICE_TALK } from '../../domain/talk/practice-talk.ts';
import { s, type FakeDonor } from './donors.ts';

type Detail = CallView['details'][number];
type Correction = InputOf<'call.correctDetail'>['correction'];

export interface FakeCall {
  readonly callItemId: number;
  readonly donor: FakeDonor;
  notes: string;
  notesSavedAt: string | null;
  objectionAnswer: ObjectionAnswer | null;
  emotion: Emotion | null;
  thumb: Thumb | null;
  readonly wishes: Map<WishAbout, WishChannel | null>;
  optIn: boolean | null;
  benefits: CallView['benefits'];
  addressForm: AddressForm;
  nps: number | null;
  followUps: CallView['followUps'];
  startedAt: string | null;
  wrongNumbers: readonly string[];
  readonly confirmed: Map<string, CheckMethod>;
  readonly corrections: Map<string, { correction: Correction; checkedBy: CheckMethod }>;
}

export function newCall(callItemId: number, donor: FakeDonor): FakeCall {
  return {
    callItemId,
    donor,
    notes: '',
    notesSavedAt: null,
    objectionAnswer: null,
    emotion: null,
    thumb: null,
    wishes: new Map(),
    optIn: null,
    benefits: PRACTICE_TALK.benefits.slice(0, 2).map(({ id, name, words }) => ({ id, name, words, answer: null })),
    addressForm: 'formal',
    nps: null,
    followUps: [],
    startedAt: null,
    wrongNumbers: [],
    confirmed: new Map(),
    corrections: new Map(),
  };
}

export function viewOf(call: FakeCall, isPractice: boolean): CallView {
  const { donor } = call;
  const details = originals(donor).map((original) => withState(original, call));
  return {
    callItemId: call.callItemId,
    donorId: donor.donorId,
    programme: donor.programme,
    name: sentence((language) => headingName(donor.name, language)),
    firstName: donor.name.firstName,
    town: donor.address?.town ?? '',
    language: donor.language,
    numbers: donor.phones
      .filter(({ number }) => !call.wrongNumbers.includes(number))
      .map(({ number, display, label }) => ({ number, display, label, link: isPractice ? null : `tel:${number}` })),
    giftLabel: donor.giftLabel,
    giftAmount: donor.gift?.cents ?? null,
    giftText: donor.giftText,
    why: donor.why,
    past: [...donor.past],
    legalBasis: s('Gaf haar nummer zelf bij de gift', 'Gave her number herself with the gift'),
    script: scriptOf(donor, call.addressForm),
    addressForm: call.addressForm,
    story: STORY,
    details,
    envelope: envelopeOf(donor, call),
    wishes: WISH_ABOUTS.map((about) => ({
      about,
      name: WISH_NAMES[about],
      channel: call.wishes.get(about) ?? null,
      isOfThisCall: true,
    })),
    emailOptIn: {
      words: DEFAULT_OPT_IN_WORDS[donor.language],
      isGiven: call.optIn,
      isOfThisCall: true,
      known: null,
      isBlocked: false,
    },
    benefits: call.benefits,
    person: { kind: donor.name.kind, gender: donor.name.gender, displayName: donor.name.displayName },
    notes: call.notes,
    notesSavedAt: call.notesSavedAt,
    objectionAnswer: call.objectionAnswer,
    emotion: call.emotion,
    thumb: call.thumb,
    nps: call.nps,
    asksNps: donor.programme === 'ask-feedback',
    followUps: call.followUps,
    topics: TOPICS,
    outcomes: OUTCOME_IDS.map((id) => ({
      id,
      key: OUTCOMES[id].key,
      name: OUTCOMES[id].name,
      consequence: CONSEQUENCES[id],
      needsObjectionAnswer: OUTCOMES[id].asksForObjection,
    })),
    startedAt: call.startedAt,
    notice: null,
  };
}

const PROMISE = s('Ineke antwoordt, uiterlijk donderdag 26 november.', 'Ineke answers, by Thursday 26 November.');
const TOPICS: CallView['topics'] = [
  { id: null, name: s('Geen onderwerp', 'No topic') },
  ...DEFAULT_TOPICS.map(({ id, name }) => ({ id, name })),
].map((topic) => ({ ...topic, promise: { question: PROMISE, complaint: PROMISE, idea: PROMISE } }));

const AGAIN = s('Zaterdag opnieuw', 'Again on Saturday');
const NEXT_NUMBER = s('Naar 2e nummer', 'To the 2nd number');

const CONSEQUENCES: Readonly<Record<OutcomeId, CallView['why']>> = {
  conversation: s('Stap klaar, volgende', 'Step done, next'),
  callback: s('Maak een afspraak', 'Make an appointment'),
  refused: s('Geen nieuwe poging', 'No new attempt'),
  'no-answer': AGAIN,
  busy: AGAIN,
  'voicemail-left': s('Over vier dagen opnieuw', 'Again in four days'),
  'voicemail-nothing': AGAIN,
  'wrong-number': NEXT_NUMBER,
  'not-in-service': NEXT_NUMBER,
  objection: s('Geldt meteen, overal', 'At once, everywhere'),
  deceased: s('Alles stopt, met zorg verder', 'Everything stops, with care'),
  'cannot-decide': s('Niemand belt, coördinator kijkt', 'Nobody calls, coordinator looks'),
  moved: s('Nummer gaat naar nakijken', 'Number goes to verification'),
  'other-language': s('Iemand die het spreekt', 'Somebody who speaks it'),
  'other-person': s('Zaterdag opnieuw', 'Again on Saturday'),
};

export const PICTURE_ID = 'a'.repeat(64);
const STORY: NonNullable<CallView['story']> = {
  project: 'Zwemles voor ieder kind',
  does: s(
    'Amina van acht durfde het water niet in. Na tien lessen zwom zij haar eerste baantje.',
    'Amina, who is eight, did not dare to enter the water. After ten lessons she swam her first length.',
  ),
  now: s('Er staan nog 214 kinderen op de wachtlijst.', 'There are 214 children on the waiting list still.'),
  picture: PICTURE_ID,
  pictureText: s('Amina aan de kant van het bad', 'Amina at the side of the pool'),
};

function scriptOf(donor: FakeDonor, addressForm: AddressForm): CallView['script'] {
  const situation: Situation = {
    programme: donor.programme,
    promisedIn: donor.programme === 'callback' ? 'thank-you-call' : null,
    callerName: 'Anneke Postma',
    charityName: 'Elk Kind Zwemt',
    donorName: addressForm === 'informal' ? donor.name.firstName : spokenName(donor.name, donor.language),
    addressForm,
    partOfDay: 'evening',
    today: '2026-11-24',
    gift:
      donor.gift === null
        ? null
        : {
            id: 1,
            day: donor.gift.day,
            amount: donor.gift.cents,
            status: 'received',
            mandateId: null,
            project: donor.gift.project,
          },
    mandate: null,
    isFirstGift: true,
    isThroughFriend: false,
    whoseAction: null,
    loyalSince: null,
    story: STORY,
    answeredComplaint: null,
  };
  return writeScript(situation, donor.language).map(({ id, text, title }) => ({ id, text, title }));
}

function originals(donor: FakeDonor): readonly Detail[] {
  const { name, address, phones, email } = donor;
  const base = { oldText: null, state: 'not-asked', checkedBy: null, doubt: null } as const;
  return [
    {
      ...base,
      key: 'name',
      field: 'name',
      label: s('Naam en aanhef', 'Name and title'),
      text: envelopeName(name, 'nl'),
      input: { field: 'name', value: { firstName: name.firstName, prefix: name.prefix, surname: name.surname } },
    },
    {
      ...base,
      key: 'address:1',
      field: 'address',
      label: s('Adres', 'Address'),
      text: address === null ? '' : writeAddress(address),
      input: { field: 'address', value: address ?? { street: '', postcode: '', town: '', country: 'NL' } },
    },
    ...phones.map(({ number, display }, index) => ({
      ...base,
      key: `phone:${number}`,
      field: 'phone' as const,
      label: index === 0 ? s('Telefoon', 'Phone') : s('Tweede nummer', 'Second number'),
      text: display,
      input: { field: 'phone' as const, value: display },
      doubt: index === 0 ? donor.doubt : null,
    })),
    {
      ...base,
      key: 'email:1',
      field: 'email',
      label: s('E-mail', 'E-mail'),
      text: email ?? '',
      input: { field: 'email', value: email ?? '' },
    },
  ];
}

function withState(original: Detail, { confirmed, corrections }: FakeCall): Detail {
  const corrected = corrections.get(original.key);
  const state: DetailState =
    corrected !== undefined ? 'corrected' : confirmed.has(original.key) ? 'confirmed' : 'not-asked';
  if (corrected === undefined) return { ...original, state, checkedBy: confirmed.get(original.key) ?? null };
  return {
    ...original,
    state,
    oldText: original.text,
    text: textOf(corrected.correction),
    input: corrected.correction,
    checkedBy: corrected.checkedBy,
  };
}

function textOf(correction: Correction): string {
  switch (correction.field) {
    case 'name':
      return [correction.value.firstName, correction.value.prefix, correction.value.surname].filter(Boolean).join(' ');
    case 'address':
      return writeAddress(correction.value);
    case 'phone':
    case 'email':
      return correction.value;
  }
}

function envelopeOf(donor: FakeDonor, call: FakeCall): string[] {
  const corrected = call.corrections.get('address:1')?.correction;
  const address = corrected?.field === 'address' ? corrected.value : donor.address;
  return address === null ? [] : [envelopeName(donor.name, 'nl'), ...envelopeLines(address)];
}
