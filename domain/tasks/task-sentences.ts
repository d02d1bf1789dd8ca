/** Why work for a donor is not done now, for whoever asks. */
import type { Sentence } from '../language.ts';
import type { TaskSuppressionId } from './task.ts';

const SENTENCES: Readonly<Record<TaskSuppressionId, Sentence>> = {
  deceased: { nl: 'Deze donateur is overleden.', en: 'This donor has died.' },
  removed: {
    nl: 'Deze donateur is in het CRM weggegooid of samengevoegd met een ander.',
    en: 'This donor was binned in the CRM or merged into another.',
  },
  complaint: {
    nl: 'Er loopt een klacht; die wordt eerst opgelost.',
    en: 'A complaint is open; it is settled first.',
  },
  reversed: {
    nl: 'De nieuwste gift is niet doorgegaan; daar bedanken we niet voor.',
    en: 'The newest gift did not go through; we do not thank for it.',
  },
  'no-email': { nl: 'Er is geen e-mailadres bekend.', en: 'No e-mail address is known.' },
  'email-objection': { nl: 'Deze donateur wil geen e-mail.', en: 'This donor does not want e-mail.' },
  'no-address': { nl: 'Er is geen adres bekend.', en: 'No address is known.' },
  'post-objection': { nl: 'Deze donateur wil geen post.', en: 'This donor does not want mail.' },
  'in-call-today': {
    nl: 'Staat vandaag op een bellijst; de gegevens worden in dat gesprek nagelopen.',
    en: 'Is on a calling list today; the details are checked in that call.',
  },
};

export function writeTaskSuppression(id: TaskSuppressionId): Sentence {
  return SENTENCES[id];
}
