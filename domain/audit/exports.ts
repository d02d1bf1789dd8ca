/** What can leave a workstation, as the trail calls it. */
import type { Sentence } from '../language.ts';

export const EXPORT_NAMES = {
  briefing: { nl: 'een briefing', en: 'a briefing' },
  letters: { nl: 'brieven', en: 'letters' },
  labels: { nl: 'adresetiketten', en: 'address labels' },
  evidence: { nl: 'een bewijs van de grondslag', en: 'a proof of the legal basis' },
  list: { nl: 'een bellijst op de opdrachtregel', en: 'a call list on the command line' },
  everything: { nl: 'een overzicht van alles', en: 'a copy of everything' },
  certificate: { nl: 'een bewijs van vergetelheid', en: 'a certificate of erasure' },
  trail: { nl: 'een afschrift van het logboek', en: 'a copy of the log' },
  'breach-report': { nl: 'een verslag over een verloren werkplek', en: 'a report about a lost workstation' },
  'board-page': { nl: 'een bladzijde voor het bestuur', en: 'a page for the board' },
  'file-donors': { nl: 'een bestand met donateurs', en: 'a file of donors' },
  'file-gifts': { nl: 'een bestand met giften', en: 'a file of gifts' },
  'file-kal': { nl: 'een KAL-bestand', en: 'a KAL file' },
  'file-response': { nl: 'een bestand met belresultaten', en: 'a file of what the calls brought' },
  'file-mail-merge': { nl: 'een bestand voor een mailing', en: 'a file for a mailing' },
  other: { nl: 'een uitvoer', en: 'an export' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type ExportedThing = keyof typeof EXPORT_NAMES;
