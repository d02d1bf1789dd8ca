/** The page asks to stay as long as a note could not be saved. Electron would then not close the window, without a word. */
import type { BrowserWindow, Dialog } from 'electron';
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

export function askBeforeLeaving(
  window: BrowserWindow,
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
  language: Language,
): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { message, detail, buttons } = WORDS[language];
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      title: 'Dankbel',
      message,
      detail,
      buttons: [...buttons],
      defaultId: STAY,
      cancelId: STAY,
    });
    // Preventing this event is what lets the window go.
    if (choice !== STAY) event.preventDefault();
  });
}
