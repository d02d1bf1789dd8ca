/** What can be the matter with a file on its way in or out. */
import { failureBehind } from '../../../db/database-failure.ts';
import type { Sentence } from '../../../domain/language.ts';
import { FileRefusal } from '../../../sync/files/refusal.ts';

export function sentenceForFile(error: unknown): Sentence {
  if (error instanceof FileRefusal) return error.sentence;
  const failure = failureBehind(error);
  if (failure?.code === 'disk-full') return failure.sentence;
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? NO_ROOM : UNEXPECTED;
}

export const IS_BUSY: Sentence = {
  nl: 'Er wordt al met een bestand gewerkt. Wacht tot dat klaar is, en probeer het dan opnieuw.',
  en: 'A file is being worked on already. Wait until that is done, and then try again.',
};
export const BROKEN_OFF: Sentence = {
  nl: 'Het bestand kwam niet in zijn geheel aan. Kies het opnieuw; er is niets veranderd.',
  en: 'The file did not arrive as a whole. Choose it again; nothing was changed.',
};
export const NO_FILE: Sentence = {
  nl: 'Er is hier geen bestand meer. Kies het opnieuw.',
  en: 'There is no file here any more. Choose it again.',
};
export const NOT_CHECKED: Sentence = {
  nl: 'Deze keuze is nog niet uitgeprobeerd. Probeer het eerst uit; dan zie je wat er verandert.',
  en: 'This choice was not tried yet. Try it first; then you see what changes.',
};
const NO_ROOM: Sentence = {
  nl: 'Er is op deze computer geen ruimte voor dit bestand. Maak ruimte, en kies het opnieuw; er is niets veranderd.',
  en: 'There is no room for this file on this computer. Make room, and choose it again; nothing was changed.',
};
export const UNEXPECTED: Sentence = {
  nl: 'Dit bestand kon niet helemaal worden verwerkt. Er is niets van overgenomen. Probeer het opnieuw; bellen en bewaren gaan gewoon door.',
  en: 'This file could not be handled as a whole. Nothing of it was taken. Try again; calling and saving simply go on.',
};
export const TOO_LATE: Sentence = {
  nl: 'Deze import is te lang geleden. Dertig dagen is bekend hoe alles was; daarna wordt dat vergeten.',
  en: 'This import is too long ago. How everything was is known for thirty days, and then forgotten.',
};
export const NOTHING_SAFE: Sentence = {
  nl: 'Met alle donateurs uit deze import is daarna iets gedaan. Daarom kan niets ervan terug.',
  en: 'Something was done since with all donors of this import. That is why nothing of it can go back.',
};
export const NO_UNDO: Sentence = {
  nl: 'Deze import is al teruggedraaid, of heeft niets veranderd.',
  en: 'This import was taken back already, or changed nothing.',
};
export const LATER_FIRST: Sentence = {
  nl: 'Van deze plek is later nog een bestand ingelezen. Draai eerst die import terug.',
  en: 'A later file of this place was imported. Take that import back first.',
};
export const NO_NAME: Sentence = {
  nl: 'Geef deze plek een naam waaraan iedereen haar herkent, zoals “Gala 2026”.',
  en: 'Give this place a name that everybody knows it by, such as “Gala 2026”.',
};
