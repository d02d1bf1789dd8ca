/** The certificate of an erasure: what an officer can show later. It names nobody; who asked is in the charity's own file. */
import { wallClock, type Instant } from '../calendar/day.ts';
import { writeDay } from '../calendar/write-day.ts';
import { sentence, type Language, type Sentence } from '../language.ts';
import {
  ERASED_KINDS,
  ERASED_NAMES,
  GROUND_NAMES,
  NOT_REACHED,
  whatStays,
  type ErasureGround,
  type ErasureReport,
  type ErasureState,
} from './erasure.ts';

export interface CertifiedErasure {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly ground: ErasureGround;
  readonly state: ErasureState;
  readonly finishedAt: Instant | null;
  readonly liftedAt: Instant | null;
  readonly report: ErasureReport;
}

export interface CertificateSection {
  readonly title: Sentence;
  readonly lines: readonly Sentence[];
}

/** Years are written out: it is read later. */
const NO_YEAR = '0001-01-01';

function when(instant: Instant, language: Language): string {
  const { day, time } = wallClock(instant);
  return `${writeDay(day, language, { today: NO_YEAR })}, ${time}`;
}

export function certificateOf(erasure: CertifiedErasure): readonly CertificateSection[] {
  const { report } = erasure;
  return [
    { title: { nl: 'De wissing', en: 'The erasure' }, lines: factsOf(erasure) },
    { title: { nl: 'Wat is gewist', en: 'What was erased' }, lines: removedLines(report) },
    { title: { nl: 'Wat nog te versturen was', en: 'What was still to be sent' }, lines: outboxLines(report) },
    { title: { nl: 'Hoe het is gewist', en: 'How it was erased' }, lines: HOW },
    { title: { nl: 'Wat blijft, en waarom', en: 'What stays, and why' }, lines: whatStays(report) },
    { title: { nl: 'Waar deze wissing niet bij kan', en: 'What this erasure does not reach' }, lines: NOT_REACHED },
  ];
}

export const STATE_SENTENCES: Readonly<Record<ErasureState, Sentence>> = {
  scrubbing: {
    nl: 'De gegevens zijn uit de database; de bestanden worden nog opnieuw geschreven.',
    en: 'The data is out of the database; the files are still being written anew.',
  },
  sending: {
    nl: 'Gewist, op het nummer in het CRM na: wat de donateur beschermt, moet daar eerst nog aankomen.',
    en: 'Erased, but for the number in the CRM: what protects the donor still has to arrive there.',
  },
  finished: { nl: 'Voltooid.', en: 'Finished.' },
};

function factsOf({ id, at, by, ground, state, finishedAt, liftedAt }: CertifiedErasure): readonly Sentence[] {
  return [
    { nl: `Kenmerk: ${id}`, en: `Number: ${id}` },
    sentence((language) => `${language === 'nl' ? 'Gewist' : 'Erased'}: ${when(at, language)}, ${by}`),
    sentence((language) => `${language === 'nl' ? 'Grond' : 'Ground'}: ${GROUND_NAMES[ground][language]}`),
    finishedAt === null
      ? STATE_SENTENCES[state]
      : sentence((language) => `${language === 'nl' ? 'Voltooid' : 'Finished'}: ${when(finishedAt, language)}`),
    ...(liftedAt === null
      ? []
      : [
          sentence((language) =>
            language === 'nl'
              ? `Opgeheven: ${when(liftedAt, language)}. Sindsdien mogen nieuwe gegevens van deze donateur weer binnenkomen.`
              : `Lifted: ${when(liftedAt, language)}. Since then new data of this donor may come in again.`,
          ),
        ]),
  ];
}

export function removedLines({ removed }: ErasureReport): readonly Sentence[] {
  return ERASED_KINDS.filter((kind) => removed[kind] > 0).map((kind) =>
    sentence((language) => `${ERASED_NAMES[kind][language]}: ${removed[kind]}`),
  );
}

/** The rule: what protects the donor is sent first, everything else is no longer sent. */
export function outboxLines({ sentFirst, withdrawn, perhapsSent }: ErasureReport): readonly Sentence[] {
  return [
    {
      nl: 'Regel: wat de donateur beschermt (verzet, geen e-mail, overleden) gaat nog naar het CRM. Al het andere dat wachtte, wordt niet meer verstuurd.',
      en: 'Rule: what protects the donor (objection, no e-mail, deceased) still goes to the CRM. Everything else that waited is not sent any more.',
    },
    { nl: `Gaat eerst nog naar het CRM: ${sentFirst}.`, en: `Still goes to the CRM first: ${sentFirst}.` },
    {
      nl: `Niet meer verstuurd: ${withdrawn}${perhapsSent > 0 ? `; van ${perhapsSent} daarvan is niet zeker of het CRM ze al had` : ''}.`,
      en: `Not sent any more: ${withdrawn}${perhapsSent > 0 ? `; of ${perhapsSent} of them it is not certain whether the CRM had them already` : ''}.`,
    },
  ];
}

const HOW: readonly Sentence[] = [
  {
    nl: 'Alle regels over de donateur zijn in één keer uit de versleutelde database verwijderd.',
    en: 'All rows about the donor were removed from the encrypted database at once.',
  },
  {
    nl: 'Daarna zijn de zoekindex, de database en het logboek van de database opnieuw geschreven, zodat er ook in vrijgekomen ruimte niets staat.',
    en: 'Then the search index, the database and its log were written anew, so that nothing stands in freed space either.',
  },
  {
    nl: 'De kopie van het postvak uit is opnieuw geschreven. Eerdere reservekopieën en beschadigde bestanden die opzij waren gezet, zijn vervangen door één nieuwe, gecontroleerde reservekopie.',
    en: 'The copy of the outbox was written anew. Earlier snapshots and damaged files that had been set aside were replaced by one new snapshot that was proved whole.',
  },
  {
    nl: 'Het logboek van het programma bevat nooit persoonsgegevens.',
    en: 'The log of the program never holds personal data.',
  },
];
