/** The proof of a donor's right to be called, or not to be, as a text that can be kept and handed over. */
import { wallClock, type Instant } from './calendar/day.ts';
import { writeDay } from './calendar/write-day.ts';
import type { Language, Sentence } from './language.ts';

export interface EvidenceText {
  readonly madeAt: Instant;
  readonly charity: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly crmId: number | null;
  readonly basis: Sentence;
  readonly parts: readonly { readonly title: Sentence; readonly lines: readonly Sentence[] }[];
}

/** One line per fact; a part without any says so, because that too is part of the proof. */
export function writeEvidence(evidence: EvidenceText, language: Language): string {
  const { madeAt, charity, name, externalId, crmId, basis, parts } = evidence;
  const { day, time } = wallClock(madeAt);
  const dutch = language === 'nl';
  const numbers = [externalId, crmId === null ? null : `CRM ${crmId}`].filter((each) => each !== null).join(', ');
  const made = `${writeDay(day, language, { today: '0001-01-01' })} ${time}`;
  return [
    dutch
      ? `Bewijs van de grond om te bellen: ${name} (${numbers})`
      : `Proof of the basis for calls: ${name} (${numbers})`,
    dutch ? `${charity}, gemaakt op ${made}` : `${charity}, made on ${made}`,
    '',
    `${basis[language]}.`,
    ...parts.flatMap(({ title, lines }) => [
      '',
      title[language],
      ...(lines.length === 0 ? [dutch ? '- niets vastgelegd' : '- nothing recorded'] : []),
      ...lines.map((line) => `- ${line[language]}`),
    ]),
    '',
    dutch ? 'Wat Dankbel hier toont is geen juridisch advies.' : 'What Dankbel shows here is no legal advice.',
    '',
  ].join('\n');
}
