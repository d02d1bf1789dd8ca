/** What a screen is told when something in us is broken: nothing about what it was. */
import type { Answer } from '../../contract/failure.ts';

export const UNEXPECTED_ANSWER: Answer = {
  ok: false,
  failure: {
    code: 'unexpected',
    sentence: {
      nl: 'Er ging iets mis in Dankbel zelf. Wat al bewaard was, is veilig; probeer het nog eens.',
      en: 'Something went wrong in Dankbel itself. What was saved before is safe; please try again.',
    },
  },
};
