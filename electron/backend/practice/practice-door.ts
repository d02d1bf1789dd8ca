/** What a handler may do about the practice evening. */
import type { Answer } from '../../../contract/failure.ts';

export interface PracticeDoor {
  /** Makes the practice evening ready. @throws Refusal when it cannot be made */
  enter(anew: boolean): Promise<void>;
  /** Nobody practises any more: what it took is given back soon. */
  leave(): void;
}

/** The answer to a window that practises, where nobody can. */
export const NO_PRACTICE: Answer = {
  ok: false,
  failure: {
    code: 'not-found',
    sentence: {
      nl: 'Oefenen kan hier niet. Sluit dit venster en open Dankbel opnieuw.',
      en: 'You cannot practise here. Close this window and open Dankbel again.',
    },
  },
};
