/** What the call is about, for the door and the call screen: the gift or mandate, and why now. */
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import { daysBetween } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { givingOn, isRunning, type Giving } from '../../../domain/giving.ts';
import type { Gift } from '../../../domain/gift.ts';
import { sentence, type Language, type Sentence } from '../../../domain/language.ts';
import { levelOfGiving } from '../../../domain/loyalty/level.ts';
import type { Mandate } from '../../../domain/mandate.ts';
import { writeMoney, type Cents } from '../../../domain/money.ts';
import type { Gender } from '../../../domain/person-name.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import type { ProgrammeId } from '../../../domain/programmes/programme-id.ts';
import { writeFrequency } from '../../../domain/programmes/thank-you-call.ts';
import type { ProgrammeSettings } from '../../../domain/programmes/settings.ts';

export interface Occasion {
  readonly programme: ProgrammeId;
  readonly promisedIn: ProgrammeId | null;
  /** The gift that it is about; null for a mandate without one, or when it is no longer known. */
  readonly gift: Gift | null;
  readonly mandate: Mandate | null;
  readonly isFirstGift: boolean;
  readonly giving: Giving;
  /** The gift came through a friend's action. */
  readonly isThroughFriend: boolean;
  /** Whose action that was; null when nobody knows. */
  readonly whoseAction: string | null;
  /** Since when a donor of years of loyalty, or one whose anniversary it is, gives; null for others. */
  readonly loyalSince: CalendarDay | null;
}

/** Finds what a call in a programme is about, from what is known today. */
export function occasionOf(
  donor: DonorFacts,
  today: CalendarDay,
  { programme, promisedIn }: { readonly programme: ProgrammeId; readonly promisedIn: ProgrammeId | null },
  settings: ProgrammeSettings,
): Occasion {
  const giving = givingOn(today, donor.gifts, donor.mandates);
  const gift = giftFor(programme === 'callback' ? promisedIn : programme, giving, today, settings);
  const mandate = giving.mandates.find(({ id }) => id === gift?.mandateId) ?? giving.mandateOfDayZero;
  const isFirstGift = gift !== null && gift.id === giving.firstGift?.id;
  const through =
    gift === null
      ? []
      : donor.actions.filter(
          ({ kind, record }) => kind === 'through-friend' && record.kind === 'gift' && record.id === gift.id,
        );
  const isThroughFriend = through.length > 0;
  const whoseAction = through.find(({ whose }) => whose !== undefined)?.whose ?? null;
  const isLoyal =
    (programme === 'callback' ? promisedIn : programme) === 'anniversary-call' ||
    levelOfGiving(today, donor, giving, settings.loyalty) === 'loyal';
  const loyalSince = isLoyal ? firstSupportOf(giving, today) : null;
  return { programme, promisedIn, gift, mandate, isFirstGift, giving, isThroughFriend, whoseAction, loyalSince };
}

/** The first gift that came, or the start of the oldest mandate that still runs. */
function firstSupportOf({ gifts, mandates }: Giving, today: CalendarDay): CalendarDay | null {
  const days = [
    gifts.find(({ status }) => status === 'received')?.day,
    mandates.find((mandate) => isRunning(mandate, today))?.startDay,
  ].filter((day) => day !== undefined);
  return days.toSorted()[0] ?? null;
}

function giftFor(
  subject: ProgrammeId | null,
  giving: Giving,
  today: CalendarDay,
  settings: ProgrammeSettings,
): Gift | null {
  switch (subject) {
    case 'service-call':
      return giving.newestGift;
    case 'major-call': {
      const { giftLimit, windowDays } = settings.majorCall;
      const recent = giving.gifts.filter(
        ({ day, status }) => status === 'received' && daysBetween(day, today) <= windowDays,
      );
      return recent.findLast(({ amount }) => amount >= giftLimit) ?? recent.at(-1) ?? giving.newestReceived;
    }
    case 'anniversary-call':
    case 'ambassador-call':
    case 'ask-feedback':
    case 'birthday':
    case 'callback':
    case 'thank-you-call':
    case null:
      return giving.giftOfDayZero ?? giving.firstGift ?? giving.newestGift;
  }
}

export interface GiftView {
  readonly giftLabel: Sentence;
  readonly giftAmount: Cents | null;
  readonly giftText: Sentence;
  /** A few words for a list: "Eerste gift van € 25". */
  readonly about: Sentence;
  readonly why: Sentence;
}

export function viewGift(
  occasion: Occasion,
  gender: Gender | null,
  today: CalendarDay,
  settings: ProgrammeSettings,
): GiftView {
  const { gift, mandate, isFirstGift } = occasion;
  const isThroughMandate = mandate !== null && (gift === null || gift.mandateId === mandate.id);
  const wentWrong = gift !== null && (gift.status === 'failed' || gift.status === 'reversed');
  const why = sentence((language) => writeWhy(occasion, today, language, settings));
  if (isThroughMandate && !wentWrong) {
    return {
      giftLabel: sentence(
        (language) => `${possessive(gender, language)} ${language === 'nl' ? 'machtiging' : 'mandate'}`,
      ),
      giftAmount: mandate.amount,
      giftText: sentence((language) => {
        const since = writeDay(mandate.startDay, language, { today });
        const first = gift === null ? '' : `, ${writeDebit(gift, language, today)}`;
        const frequency = writeFrequency(mandate, language);
        return language === 'nl' ? `${frequency}, sinds ${since}${first}` : `${frequency}, since ${since}${first}`;
      }),
      about: sentence((language) => {
        const amount = `${writeMoney(mandate.amount, language)} ${writeFrequency(mandate, language)}`;
        return language === 'nl' ? `Machtiging van ${amount}` : `Mandate of ${amount}`;
      }),
      why,
    };
  }
  if (gift === null) {
    return {
      giftLabel: { nl: 'Gift', en: 'Gift' },
      giftAmount: null,
      giftText: { nl: 'Er is geen gift bekend.', en: 'No gift is known.' },
      about: { nl: 'Nog geen gift', en: 'No gift yet' },
      why,
    };
  }
  return {
    giftLabel: sentence((language) => {
      const first = isFirstGift ? (language === 'nl' ? 'eerste gift' : 'first gift') : 'gift';
      return `${possessive(gender, language)} ${first}`;
    }),
    giftAmount: gift.amount,
    giftText: sentence((language) => writeGiftText(occasion, gift, language, today)),
    about: sentence((language) => {
      const amount = writeMoney(gift.amount, language);
      if (wentWrong) return language === 'nl' ? `${amount} niet doorgegaan` : `${amount} did not go through`;
      if (language === 'nl') return `${isFirstGift ? 'Eerste gift' : 'Gift'} van ${amount}`;
      return `${isFirstGift ? 'First gift' : 'Gift'} of ${amount}`;
    }),
    why,
  };
}

function possessive(gender: Gender | null, language: Language): string {
  if (language === 'nl') return gender === 'female' ? 'Haar' : gender === 'male' ? 'Zijn' : 'De';
  return gender === 'female' ? 'Her' : gender === 'male' ? 'His' : 'The';
}

function writeGiftText({ whoseAction }: Occasion, gift: Gift, language: Language, today: CalendarDay): string {
  const on = writeDay(gift.day, language, { today, style: 'weekday' });
  const project = gift.project === null ? '' : language === 'nl' ? `, voor ${gift.project}` : `, for ${gift.project}`;
  const action =
    whoseAction === null
      ? ''
      : language === 'nl'
        ? `, via de actie van ${whoseAction}`
        : `, through the action of ${whoseAction}`;
  const fate = {
    received: '',
    announced: language === 'nl' ? ', nog onderweg' : ', still on its way',
    failed: language === 'nl' ? ', niet gelukt' : ', did not go through',
    reversed: language === 'nl' ? ', teruggeboekt' : ', taken back',
    cancelled: language === 'nl' ? ', geannuleerd' : ', cancelled',
  }[gift.status];
  return `${language === 'nl' ? 'op' : 'on'} ${on}${project}${action}${fate}`;
}

function writeDebit(gift: Gift, language: Language, today: CalendarDay): string {
  const on = writeDay(gift.day, language, { today });
  if (gift.status === 'received') {
    return language === 'nl' ? `eerste incasso gelukt op ${on}` : `first debit collected on ${on}`;
  }
  return language === 'nl' ? `eerste incasso verwacht op ${on}` : `first debit expected on ${on}`;
}

function writeWhy(
  { programme, giving }: Occasion,
  today: CalendarDay,
  language: Language,
  settings: ProgrammeSettings,
): string {
  if (programme !== 'thank-you-call') return PROGRAMMES[programme].purpose[language];
  const day = giving.dayZero === null ? settings.thankYouCall.firstDay : daysBetween(giving.dayZero, today);
  return language === 'nl'
    ? `Dag ${day}: bedanken en gegevens nalopen.`
    : `Day ${day}: thank, and go through the details.`;
}
