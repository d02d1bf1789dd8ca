/**
 * The report about a workstation that is lost: what a data-protection officer needs within 72 hours (rules-nl.md P3, GDPR
 * art. 33 and 34). It says what the workstation told of itself at its last contact, what that means, and what nobody
 * here can know. It decides nothing.
 */
import { writeInstant } from '../audit/chain-sentence.ts';
import { wallClock, type Instant } from '../calendar/day.ts';
import type { Language, Sentence } from '../language.ts';
import type { Report } from '../paper/report-pages.ts';
import { HELD_KIND_NAMES, KEPT_BY_NAMES, type Announcement } from './announcement.ts';
import type { WorkstationState } from './revocation.ts';

export interface ReportedWorkstation {
  readonly id: string;
  /** The CRM user whose key it has. */
  readonly who: string;
  readonly state: WorkstationState;
  /** When it was revoked, or when wiping began or ended; null when nobody wrote it down. */
  readonly at: Instant | null;
  /** Null when it was made unreadable in the CRM. */
  readonly announcement: Announcement | null;
}

const DUTCH = new Intl.NumberFormat('nl-NL');
const ENGLISH = new Intl.NumberFormat('en-GB');

const HOURS_TO_NOTIFY = 72;
const HOUR_MILLISECONDS = 3_600_000;

export const STATE_NAMES: Readonly<Record<WorkstationState, Sentence>> = {
  working: { nl: 'In gebruik', en: 'In use' },
  revoked: { nl: 'Ingetrokken, nog niets van gehoord', en: 'Revoked, not heard from yet' },
  wiping: { nl: 'Ingetrokken, wist zich', en: 'Revoked, is wiping itself' },
  wiped: { nl: 'Ingetrokken en gewist', en: 'Revoked and wiped' },
};

export interface Fact {
  readonly label: Sentence;
  readonly value: Sentence;
}

/** What is known of it, line by line: for a screen and for the report. */
export function factsOf({ who, state, at, announcement }: ReportedWorkstation): readonly Fact[] {
  const plain = (text: string): Sentence => ({ nl: text, en: text });
  const moment = (instant: Instant | null): Sentence =>
    instant === null
      ? { nl: 'onbekend', en: 'unknown' }
      : { nl: writeInstant(instant, 'nl'), en: writeInstant(instant, 'en') };
  const wiping = at === null ? STATE_NAMES[state] : since(STATE_NAMES[state], moment(at));
  const known: readonly Fact[] = [
    { label: { nl: 'Gebruiker van het CRM', en: 'User of the CRM' }, value: plain(who) },
    { label: { nl: 'Toestand', en: 'State' }, value: wiping },
  ];
  if (announcement === null) {
    const text = {
      nl: 'De tekst van deze werkplek in het CRM is niet meer te lezen. Ga uit van alle donateurs en alle soorten gegevens.',
      en: 'The text of this workstation in the CRM can no longer be read. Assume all donors and all kinds of data.',
    };
    return [...known, { label: { nl: 'Gegevens', en: 'Data' }, value: text }];
  }
  const { since: from, seen, held, most, kinds, keptBy, people, version, revokedAt, trail } = announcement;
  const revoked = revokedAt ?? (state === 'revoked' ? at : null);
  return [
    ...known,
    ...(state === 'working' ? [] : [{ label: { nl: 'Ingetrokken', en: 'Revoked' }, value: moment(revoked) }]),
    { label: { nl: 'Laatste contact', en: 'Last contact' }, value: moment(seen) },
    { label: { nl: 'In gebruik sinds', en: 'In use since' }, value: moment(from) },
    { label: { nl: 'Mensen', en: 'People' }, value: plain(people.length === 0 ? '?' : people.join(', ')) },
    {
      label: { nl: 'Donateurs', en: 'Donors' },
      value: {
        nl: `${DUTCH.format(held)} bij het laatste contact, ooit hoogstens ${DUTCH.format(most)}`,
        en: `${ENGLISH.format(held)} at the last contact, ${ENGLISH.format(most)} at most ever`,
      },
    },
    {
      label: { nl: 'Soorten gegevens', en: 'Kinds of data' },
      value: {
        nl: kinds.map((kind) => HELD_KIND_NAMES[kind].nl).join(', ') || 'geen',
        en: kinds.map((kind) => HELD_KIND_NAMES[kind].en).join(', ') || 'none',
      },
    },
    { label: { nl: 'Beveiliging', en: 'Protection' }, value: KEPT_BY_NAMES[keptBy] },
    { label: { nl: 'Versie van Dankbel', en: 'Version of Dankbel' }, value: plain(version) },
    {
      label: { nl: 'Logboek', en: 'Log' },
      value:
        trail === null
          ? { nl: 'leeg', en: 'empty' }
          : { nl: `${trail.id} regels, de laatste ${trail.hash}`, en: `${trail.id} lines, the last ${trail.hash}` },
    },
  ];
}

function since(state: Sentence, moment: Sentence): Sentence {
  return { nl: `${state.nl}, ${moment.nl}`, en: `${state.en}, ${moment.en}` };
}

export interface BreachReportFacts {
  readonly workstation: ReportedWorkstation;
  readonly charityName: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
}

export function breachReport(
  { workstation, charityName, madeAt, madeBy }: BreachReportFacts,
  language: Language,
): Report {
  const nl = language === 'nl';
  const say = ({ label, value }: Fact): string => `${label[language]}: ${value[language]}.`;
  const deadline = new Date(Date.parse(madeAt) + HOURS_TO_NOTIFY * HOUR_MILLISECONDS).toISOString();
  return {
    language,
    title: nl ? 'Verslag over een verloren werkplek' : 'Report about a lost workstation',
    under: [
      nl
        ? `${charityName}. Gemaakt op ${writeInstant(madeAt, language)} door ${madeBy}, met Dankbel.`
        : `${charityName}. Made on ${writeInstant(madeAt, language)} by ${madeBy}, with Dankbel.`,
      nl ? `Werkplek ${workstation.id}` : `Workstation ${workstation.id}`,
    ],
    sections: [
      { title: nl ? 'Wat bekend is' : 'What is known', lines: factsOf(workstation).map(say) },
      {
        title: nl ? 'Wat dat betekent' : 'What that means',
        lines: meaningOf(workstation).map((each) => each[language]),
      },
      {
        title: nl ? 'Wat dit verslag niet weet' : 'What this report does not know',
        lines: UNKNOWN.map((each) => each[language]),
      },
      {
        title: nl ? 'Termijnen' : 'Terms',
        lines: nl
          ? [
              `Melden aan de Autoriteit Persoonsgegevens kan tot 72 uur na de ontdekking (AVG art. 33). Gerekend vanaf dit verslag is dat ${writeInstant(deadline, language)}; was het verlies eerder bekend, dan eerder.`,
              'Is er waarschijnlijk een hoog risico voor de donateurs, dan krijgen zij zelf ook bericht (AVG art. 34). Ook wat niet gemeld hoeft te worden, komt in het register van datalekken (AVG art. 33 lid 5).',
              'Wat Dankbel hier toont is geen juridisch advies.',
            ]
          : [
              `The supervisory authority can be notified until 72 hours after the discovery (GDPR art. 33). Counted from this report that is ${writeInstant(deadline, language)}; when the loss was known earlier, earlier.`,
              'If a high risk for the donors is likely, they are told as well (GDPR art. 34). What need not be notified goes into the register of breaches all the same (GDPR art. 33 paragraph 5).',
              'What Dankbel shows here is no legal advice.',
            ],
      },
      {
        title: nl ? 'Zelf in te vullen' : 'To be filled in by hand',
        lines: nl
          ? [
              'Ontdekt op, door wie: ............................................................',
              'Wat er gebeurde (verlies, diefstal, waar): .......................................',
              'Stond de werkplek open, of was de wachtzin of pincode bekend? ....................',
              'Genomen maatregelen: ............................................................',
            ]
          : [
              'Discovered on, by whom: ..........................................................',
              'What happened (loss, theft, where): ..............................................',
              'Was the workstation open, or were the passphrase or a PIN known? .................',
              'Measures taken: ..................................................................',
            ],
      },
    ],
    signature: nl ? 'Functionaris gegevensbescherming, datum' : 'Data-protection officer, date',
  };
}

function meaningOf({ state, announcement }: ReportedWorkstation): readonly Sentence[] {
  const encrypted: Sentence = {
    nl: 'Alle bestanden van de werkplek zijn versleuteld en bewaakt tegen verandering (ChaCha20-Poly1305, willekeurige sleutel van 256 bits).',
    en: 'All files of the workstation are encrypted and guarded against change (ChaCha20-Poly1305, random key of 256 bits).',
  };
  const keptBy = announcement?.keptBy ?? null;
  return [
    encrypted,
    ...(keptBy === null ? [] : [RISK[keptBy]]),
    MEANING_OF_STATE[state],
    ...(announcement?.kinds.includes('notes') === true ? [NOTES] : []),
  ];
}

const RISK = {
  passphrase: {
    nl: 'Zonder de wachtzin of de herstelcode zijn de gegevens niet te lezen, tenzij de werkplek open stond toen zij verdween.',
    en: 'Without the passphrase or the recovery code the data cannot be read, unless the workstation was open when it went.',
  },
  'key-store': {
    nl: 'Wie het wachtwoord van de computer heeft, of binnenkomt terwijl iemand is aangemeld, kan de gegevens lezen. Anders niet.',
    en: 'Whoever has the password of the computer, or comes in while somebody is logged on, can read the data. Nobody else can.',
  },
  'key-file': {
    nl: 'Is de schijf van de computer niet zelf versleuteld, ga er dan van uit dat de gegevens te lezen zijn.',
    en: 'Unless the disk of the computer itself is encrypted, assume that the data can be read.',
  },
} as const;

const MEANING_OF_STATE: Readonly<Record<WorkstationState, Sentence>> = {
  working: {
    nl: 'De werkplek is niet ingetrokken. Doe dat in Dankbel of in het CRM: dan wist zij zich bij het eerstvolgende contact.',
    en: 'The workstation was not revoked. Do so in Dankbel or in the CRM: then it wipes itself at its next contact.',
  },
  revoked: {
    nl: 'De werkplek heeft zich sinds het intrekken niet gemeld. Er is geen bewijs dat de gegevens gewist zijn.',
    en: 'The workstation has not been in contact since it was revoked. There is no proof that the data was wiped.',
  },
  wiping: {
    nl: 'De werkplek heeft gemeld dat zij zich ging wissen; dat het af is, is niet bevestigd. Elke volgende start gaat ermee door.',
    en: 'The workstation said that it began to wipe itself; that it was finished is not confirmed. Every start goes on with it.',
  },
  wiped: {
    nl: 'De werkplek heeft gemeld dat zij alles heeft gewist, de sleutels eerst.',
    en: 'The workstation said that it has wiped everything, the keys first.',
  },
};

const NOTES: Sentence = {
  nl: 'In notities kan meer staan dan bedoeld is, ook over gezondheid of geloof. Dankbel waarschuwt daarvoor, maar houdt het niet tegen.',
  en: 'Notes can hold more than is meant, also about health or religion. Dankbel warns of that, and does not prevent it.',
};

const UNKNOWN: readonly Sentence[] = [
  {
    nl: 'Wat er na het laatste contact gebeurde. De werkplek meldt zich hoogstens eens per uur; daarna kunnen er donateurs bij gekomen zijn.',
    en: 'What happened after the last contact. The workstation tells of itself once an hour at most; donors may have been added since.',
  },
  {
    nl: 'Of er een kopie van de schijf bestaat, en wat mensen op papier of in een ander programma hadden.',
    en: 'Whether there is a copy of the disk, and what people had on paper or in another program.',
  },
  {
    nl: 'Of wat de werkplek meldde waar was: wie haar in handen had, kon ook dat veranderen.',
    en: 'Whether what the workstation said was true: whoever had it could change that as well.',
  },
];

/** The same as a text that can be pasted into a form. */
export function writeReportText({ title, under, sections }: Report): string {
  const parts = sections.flatMap(({ title: heading, lines }) => ['', heading, ...lines.map((line) => `- ${line}`)]);
  return [title, ...under, ...parts, ''].join('\n');
}

/** "werkplek-0199aaaa": the beginning of the name of the file. */
export function reportFileName({ id }: Pick<ReportedWorkstation, 'id'>, language: Language): string {
  return `${language === 'nl' ? 'verslag-werkplek' : 'report-workstation'}-${id.slice(0, 8)}`;
}

/** The day on which it was last in contact, for an order of the newest first. */
export function lastSeen({ announcement }: Pick<ReportedWorkstation, 'announcement'>): string {
  return announcement === null ? '' : `${wallClock(announcement.seen).day} ${announcement.seen}`;
}
