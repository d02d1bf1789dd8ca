/** The page asks to stay as long as a note could not be saved. Electron would then not close the window, without a word. */
import type { Language } from '../../domain/language.ts';

const WORDS = {
  nl: {
    message: 'Er is een notitie nog niet bewaard.',
    detail: 'Blijf even, dan probeert Dankbel het opnieuw. Als je toch sluit, gaat die notitie verloren.',
    buttons: ['Blijven', 'Toch sluiten'],
  },
  en: {
    message: 'A note has not been saved yet.',
    detail: 'Stay for a moment, and Dankbel will try again. If you close anyway, that note is lost.',
    buttons: ['Stay', 'Close anyway'],
  },
} as const;

const STAY = 0;

/** As Electron's message box takes it. */
export function leavingQuestion(language: Language) {
  const { message, detail, buttons } = WORDS[language];
  const choices = { buttons: [...buttons], defaultId: STAY, cancelId: STAY };
  return { type: 'question' as const, title: 'Dankbel', message, detail, ...choices };
}

/** Whether the window may go, by the button that was pressed. */
export function mayLeave(choice: number): boolean {
  return choice !== STAY;
}
