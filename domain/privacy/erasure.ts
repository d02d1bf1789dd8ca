/**
 * Erasing a donor (AVG art. 17): on which ground, what goes, and what has to stay. A donor who objected must not be
 * called again (rules-nl.md L7, L8), which nobody can keep to who has forgotten that there was somebody: so salted
 * hashes stay, and nothing else.
 */
import { z } from 'zod';
import type { Sentence } from '../language.ts';

/** The grounds of AVG art. 17(1) that a charity meets. */
export const ERASURE_GROUNDS = ['asked', 'consent-withdrawn', 'objected', 'not-needed', 'unlawful'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

export const GROUND_NAMES: Readonly<Record<ErasureGround, Sentence>> = {
  asked: {
    nl: 'De donateur vroeg erom, en de gegevens zijn hier niet meer nodig (art. 17 lid 1 a)',
    en: 'The donor asked for it, and the data is no longer needed here (art. 17(1)(a))',
  },
  'consent-withdrawn': {
    nl: 'De donateur trok toestemming in (art. 17 lid 1 b)',
    en: 'The donor withdrew consent (art. 17(1)(b))',
  },
  objected: {
    nl: 'De donateur maakte bezwaar (art. 17 lid 1 c)',
    en: 'The donor objected (art. 17(1)(c))',
  },
  'not-needed': {
    nl: 'De gegevens zijn niet meer nodig (art. 17 lid 1 a)',
    en: 'The data is no longer needed (art. 17(1)(a))',
  },
  unlawful: {
    nl: 'De gegevens hadden hier niet mogen zijn (art. 17 lid 1 d)',
    en: 'The data should not have been here (art. 17(1)(d))',
  },
};

export const ERASURE_STATES = ['scrubbing', 'sending', 'finished'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** What goes, in the order in which it is shown. */
export const ERASED_KINDS = [
  'donors',
  'phones',
  'emails',
  'addresses',
  'gifts',
  'mandates',
  'moments',
  'calls',
  'corrections',
  'followUps',
  'wishes',
  'others',
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

const count = z.int().nonnegative();

export const erasureReportSchema = z.object({
  /** Rows by kind. */
  removed: z.record(z.enum(ERASED_KINDS), count),
  /** Changes that protect the donor and go to the CRM first: objections, "no e-mail", "deceased". */
  sentFirst: count,
  /** Other changes that waited: they are not sent any more. */
  withdrawn: count,
  /** Of these so many had been tried: whether they arrived is not known. */
  perhapsSent: count,
  hasObjected: z.boolean(),
  /** Numbers that are remembered as a hash, because of the objection. */
  rememberedNumbers: count,
});
export type ErasureReport = z.infer<typeof erasureReportSchema>;

/** Of one erasure that was carried out in two parts. */
export function addReports(a: ErasureReport, b: ErasureReport): ErasureReport {
  const sum = (key: 'sentFirst' | 'withdrawn' | 'perhapsSent' | 'rememberedNumbers'): number => a[key] + b[key];
  return {
    removed: mapKinds((kind) => a.removed[kind] + b.removed[kind]),
    sentFirst: sum('sentFirst'),
    withdrawn: sum('withdrawn'),
    perhapsSent: sum('perhapsSent'),
    hasObjected: a.hasObjected || b.hasObjected,
    rememberedNumbers: sum('rememberedNumbers'),
  };
}

export function mapKinds<Value>(valueOf: (kind: ErasedKind) => Value): Record<ErasedKind, Value> {
  return Object.fromEntries(ERASED_KINDS.map((kind) => [kind, valueOf(kind)])) as Record<ErasedKind, Value>;
}

export const ERASED_NAMES: Readonly<Record<ErasedKind, Sentence>> = {
  donors: { nl: 'Naam en kenmerken', en: 'Name and marks' },
  phones: { nl: 'Telefoonnummers', en: 'Phone numbers' },
  emails: { nl: 'E-mailadressen', en: 'E-mail addresses' },
  addresses: { nl: 'Adressen', en: 'Addresses' },
  gifts: { nl: 'Giften', en: 'Gifts' },
  mandates: { nl: 'Machtigingen', en: 'Mandates' },
  moments: { nl: 'Contactmomenten uit het CRM', en: 'Contact moments from the CRM' },
  calls: { nl: 'Gesprekken en pogingen, met hun aantekeningen', en: 'Calls and attempts, with their notes' },
  corrections: { nl: 'Correcties en voorstellen', en: 'Corrections and proposals' },
  followUps: { nl: 'Vervolgacties', en: 'Follow-ups' },
  wishes: { nl: 'Wensen, toestemmingen en verzet', en: 'Wishes, consents and objections' },
  others: { nl: 'Plaatsen op lijsten en ander werk', en: 'Places on lists and other work' },
};

/** What stays of somebody who is erased, and why; without a name or number of hers. */
export function whatStays(report: ErasureReport): readonly Sentence[] {
  const { hasObjected, rememberedNumbers, sentFirst } = report;
  return [
    {
      nl: 'Dat er iemand is gewist: wanneer, door wie en op welke grond. Dat moet het goede doel kunnen laten zien (AVG art. 5 lid 2).',
      en: 'That somebody was erased: when, by whom and on which ground. The charity must be able to show that (GDPR art. 5(2)).',
    },
    {
      nl: 'Een gezouten hash van het nummer in het CRM en van het donateursnummer, zodat een volgende synchronisatie niets terugbrengt. De naam is er niet uit af te leiden.',
      en: 'A salted hash of the number in the CRM and of the donor number, so that a later sync brings nothing back. No name can be read from it.',
    },
    ...(hasObjected
      ? [
          {
            nl: `Er was verzet tegen bellen. Dat blijft onthouden (Telecommunicatiewet art. 11.7, AVG art. 21 en 17 lid 3 b), met ${rememberedNumbers === 1 ? 'een gezouten hash van het telefoonnummer' : `gezouten hashes van ${rememberedNumbers} telefoonnummers`}: staat zo'n nummer later bij een nieuwe donateur, dan wordt het hier niet overgenomen.`,
            en: `There was an objection to calls. It stays remembered (Telecommunicatiewet art. 11.7, GDPR art. 21 and 17(3)(b)), with ${rememberedNumbers === 1 ? 'a salted hash of the phone number' : `salted hashes of ${rememberedNumbers} phone numbers`}: when such a number comes with a new donor later, it is not taken over here.`,
          },
        ]
      : []),
    ...(sentFirst > 0
      ? [
          {
            nl: `${sentFirst === 1 ? 'Een wijziging die de donateur beschermt (verzet, geen e-mail, overleden) gaat' : `${sentFirst} wijzigingen die de donateur beschermen (verzet, geen e-mail, overleden) gaan`} eerst nog naar het CRM. Tot dan blijft alleen het nummer in het CRM staan.`,
            en: `${sentFirst === 1 ? 'One change that protects the donor (objection, no e-mail, deceased) goes' : `${sentFirst} changes that protect the donor (objection, no e-mail, deceased) go`} to the CRM first. Until then only the number in the CRM stays.`,
          },
        ]
      : []),
  ];
}

/** What an erasure on a workstation does not reach; the officer has to know. */
export const NOT_REACHED: readonly Sentence[] = [
  {
    nl: 'Het CRM: daar wist de beheerder zelf. Dankbel houdt alleen deze werkplek schoon.',
    en: 'The CRM: its administrator erases there. Dankbel keeps this workstation clean.',
  },
  {
    nl: 'Andere werkplekken: wis daar ook, of wis in het CRM; wat daar weg is, verdwijnt bij de volgende synchronisatie.',
    en: 'Other workstations: erase there too, or erase in the CRM; what is gone there disappears with the next sync.',
  },
  {
    nl: 'Papier, PDF’s en exportbestanden die eerder zijn gemaakt, en kopieën van deze map elders.',
    en: 'Paper, PDFs and exports that were made before, and copies of this folder elsewhere.',
  },
];
