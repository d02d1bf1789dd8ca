/** How a call goes that a telephone system makes for us, as far as the system tells. */
import type { Sentence } from '../language.ts';

export const LINE_STATES = ['asked', 'own-rings', 'rings', 'answered', 'ended', 'failed'] as const;
export type LineState = (typeof LINE_STATES)[number];

export const LINE_WORDS: Readonly<Record<LineState, Sentence>> = {
  asked: { nl: 'Neem je toestel op, dan wordt er gebeld.', en: 'Pick up your phone, and the donor is called.' },
  'own-rings': { nl: 'Je toestel gaat. Neem op.', en: 'Your phone rings. Pick it up.' },
  rings: { nl: 'De telefoon gaat over.', en: 'It is ringing.' },
  answered: { nl: 'Er is opgenomen.', en: 'Somebody answered.' },
  ended: { nl: 'Er is opgehangen.', en: 'The call has ended.' },
  failed: { nl: 'De verbinding kwam niet tot stand.', en: 'The call could not be made.' },
};

/** Nothing more comes after it. */
export function isOver(state: LineState): boolean {
  return state === 'ended' || state === 'failed';
}
