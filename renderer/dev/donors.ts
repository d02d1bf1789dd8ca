/** Invented donors. Numbers, addresses and mail as in pictures: never assigned (ui/principles.md, Words). */
import type { CalendarDay } from '../../domain/calendar/day.ts';
import type { Language, Sentence } from '../../domain/language.ts';
import type { PersonName } from '../../domain/person-name.ts';
import type { PostalAddress } from '../../domain/postal-address.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';

export interface FakeDonor {
  readonly donorId: number;
  readonly name: PersonName;
  readonly language: Language;
  readonly address: PostalAddress | null;
  readonly phones: readonly { readonly number: string; readonly display: string; readonly label: Sentence }[];
  readonly email: string | null;
  readonly programme: ProgrammeId;
  readonly gift: { readonly day: CalendarDay; readonly cents: number; readonly project: string | null } | null;
  readonly giftLabel: Sentence;
  readonly giftText: Sentence;
  readonly about: Sentence;
  readonly why: Sentence;
  readonly past: readonly { readonly day: CalendarDay; readonly dayText: Sentence; readonly text: Sentence }[];
  readonly pastSentences: readonly Sentence[];
  /** A question about the first phone number as it is. */
  readonly doubt: Sentence | null;
}

export const s = (nl: string, en: string): Sentence => ({ nl, en });

export function person(firstName: string, prefix: string, surname: string, gender: PersonName['gender']): PersonName {
  return { kind: 'individual', firstName, prefix, surname, displayName: `${firstName} ${surname}`, gender };
}

const MOBILE = s('Mobiel', 'Mobile');
const HOME = s('Thuis', 'Home');
const WHY = s(
  'Dag 14: twee weken na een eerste gift bellen we om te bedanken.',
  'Day 14: two weeks after a first gift we call to say thank you.',
);

export const HANNEKE: FakeDonor = {
  donorId: 101,
  name: person('Hanneke', 'van der', 'Knaap', 'female'),
  language: 'nl',
  address: { street: 'Wilgenhof 14', postcode: '8031 XD', town: 'Zwolle', country: 'NL' },
  phones: [
    { number: '+31600417735', display: '06 00 41 77 35', label: MOBILE },
    { number: '+31380123456', display: '038 012 34 56', label: HOME },
  ],
  email: 'h.vdknaap@voorbeeld.nl',
  programme: 'thank-you-call',
  gift: { day: '2026-11-10', cents: 5000, project: 'Zwemles voor ieder kind' },
  giftLabel: s('Haar eerste gift', 'Her first gift'),
  giftText: s(
    'op dinsdag 10 november, voor Zwemles voor ieder kind',
    'on Tuesday 10 November, for Zwemles voor ieder kind',
  ),
  about: s('Eerste gift van € 50', 'First gift of €50'),
  why: WHY,
  past: [
    { day: '2026-11-10', dayText: s('10 nov.', '10 Nov'), text: s('Bedankmail', 'Thank-you mail') },
    { day: '2026-11-17', dayText: s('17 nov.', '17 Nov'), text: s('Kaart van Ilse', 'Card from Ilse') },
    { day: '2026-11-19', dayText: s('19 nov.', '19 Nov'), text: s('Neemt niet op, 14:20', 'No answer, 14:20') },
  ],
  pastSentences: [
    s('Bedankmail op 10 november.', 'Thank-you mail on 10 November.'),
    s('Kaart op 17 november.', 'Card on 17 November.'),
    s('Donderdagmiddag gebeld, niet opgenomen.', 'Called on Thursday afternoon, no answer.'),
  ],
  doubt: null,
};

export const HOEKSTRA: FakeDonor = {
  ...HANNEKE,
  donorId: 102,
  name: person('Sjoerd', '', 'Hoekstra', 'male'),
  address: { street: 'Noorderkade 12 A3', postcode: '9203 AB', town: 'Drachten', country: 'NL' },
  phones: [{ number: '+31600123498', display: '06 00 12 34 98', label: MOBILE }],
  email: 's.hoekstra@voorbeeld.nl',
  gift: { day: '2026-11-09', cents: 1000, project: null },
  giftLabel: s('Zijn machtiging', 'His mandate'),
  giftText: s('per maand, sinds maandag 9 november', 'a month, since Monday 9 November'),
  about: s('Machtiging van € 10,00 per maand.', 'Mandate of €10.00 a month.'),
  past: HANNEKE.past.slice(0, 1),
  pastSentences: HANNEKE.pastSentences.slice(0, 1),
  doubt: s('Dit nummer lijkt niet te kloppen.', 'This number does not look right.'),
};

export const BIJL: FakeDonor = {
  ...HANNEKE,
  donorId: 103,
  name: person('Marijke', '', 'Bijl-de Groot', 'female'),
  address: { street: 'Grote Noord 8', postcode: '1621 KG', town: 'Hoorn', country: 'NL' },
  phones: [{ number: '+31229012345', display: '0229 01 23 45', label: HOME }],
  email: null,
  about: s('Gaf via de zwemloop van haar kleinzoon.', 'Gave through the swim of her grandson.'),
  giftText: s(
    'op maandag 9 november, via de zwemloop van haar kleinzoon',
    'on Monday 9 November, through her grandson’s swim',
  ),
};

export const OTHERS: readonly FakeDonor[] = [
  {
    ...BIJL,
    donorId: 104,
    name: person('Mehmet', '', 'Yıldız', 'male'),
    about: s('Eerste gift van € 15', 'First gift of €15'),
  },
  {
    ...BIJL,
    donorId: 105,
    name: person('Saskia', 'van', '’t Hooft', 'female'),
    about: s('Gaf opnieuw, € 75', 'Gave again, €75'),
  },
  {
    ...BIJL,
    donorId: 106,
    name: person('Roel', '', 'Terpstra', 'male'),
    about: s('Machtiging van € 5,00 per maand.', 'Mandate of €5.00 a month.'),
  },
];

export const DE_WIT: FakeDonor = {
  ...HOEKSTRA,
  donorId: 107,
  name: person('Jan', 'de', 'Wit', 'male'),
  address: { street: 'Lijnbaan 3', postcode: '3012 EK', town: 'Rotterdam', country: 'NL' },
  programme: 'callback',
  doubt: null,
  why: s(
    'Beloofd: vanavond om 19:30 terugbellen. Zat net aan tafel.',
    'Promised: call back tonight at 19:30. Was just having dinner.',
  ),
};

export const ENGLISH: FakeDonor = {
  ...HANNEKE,
  donorId: 108,
  name: person('Margaret', '', 'O’Sullivan', 'female'),
  language: 'en',
  address: { street: 'Avenue Louise 54', postcode: '1050', town: 'Brussel', country: 'BE' },
  phones: [{ number: '+32475000102', display: '+32 475 00 01 02', label: MOBILE }],
  email: 'margaret@voorbeeld.nl',
};
