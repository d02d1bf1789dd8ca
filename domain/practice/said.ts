/** What the invented donors say, and what somebody could say back where the script does not: words to be heard. */
import type { Sentence } from '../language.ts';
import type { SituationId } from './situation.ts';

export interface Said {
  readonly says: Sentence;
  /** Something to answer, where the screen has no words for it. */
  readonly answer?: Sentence;
}

/** By the step of the guide at which it is heard. */
export const SAID: Readonly<Record<SituationId, Readonly<Record<string, Said>>>> = {
  happy: {
    opening: { says: { nl: 'Met Ria de Wit.', en: 'Ria de Wit speaking.' } },
    thanks: {
      says: {
        nl: 'O, wat aardig dat u daarvoor belt. Vertelt u eens.',
        en: 'Oh, how kind of you to call. Do tell me.',
      },
    },
    details: { says: { nl: 'Ja hoor, dat klopt allemaal nog.', en: 'Yes, all of that is still right.' } },
    closing: {
      says: {
        nl: 'Nee hoor, u mag mij gerust nog eens bellen.',
        en: 'No, not at all, do call me again some time.',
      },
    },
    outcome: { says: { nl: 'Dank u wel, en een fijne avond.', en: 'Thank you, and have a good evening.' } },
  },
  nobody: {},
  wrong: {
    outcome: {
      says: {
        nl: 'Met slagerij Smit. Mevrouw Van Dam? Die woont hier niet.',
        en: 'Smit the butcher. Ms Van Dam? She does not live here.',
      },
      answer: {
        nl: 'Neemt u mij niet kwalijk, dan heb ik het verkeerde nummer. Goedenavond.',
        en: 'I beg your pardon, then I have the wrong number. Good evening.',
      },
    },
  },
  angry: {
    complaint: {
      says: {
        nl: 'Drie brieven in één week! Daar geef ik mijn geld niet voor.',
        en: 'Three letters in one week! That is not what I give my money for.',
      },
      answer: {
        nl: 'Dat is vervelend. Ik schrijf het op, en u krijgt antwoord.',
        en: 'That is annoying. I am writing it down, and you will get an answer.',
      },
    },
    closing: {
      says: {
        nl: 'Nou. Fijn dat er eens iemand luistert. U mag best nog eens bellen.',
        en: 'Well. Good that somebody listens for once. You may call again.',
      },
    },
    outcome: { says: { nl: 'Goed zo. Dag.', en: 'All right. Goodbye.' } },
  },
  bereaved: {
    outcome: {
      says: {
        nl: 'U spreekt met haar man. Mijn vrouw is drie weken geleden overleden.',
        en: 'This is her husband. My wife died three weeks ago.',
      },
      answer: {
        nl: 'Wat verdrietig. Gecondoleerd met uw verlies. Ik zorg dat er geen post meer komt.',
        en: 'How sad. My condolences on your loss. I will make sure that no more post comes.',
      },
    },
  },
  stop: {
    outcome: {
      says: { nl: 'Ik wil niet meer gebeld worden. Nooit meer.', en: 'I do not want to be called any more. Ever.' },
      answer: {
        nl: 'Dat is goed. Ik schrijf het nu op, en u wordt niet meer gebeld.',
        en: 'That is all right. I am writing it down now, and you will not be called again.',
      },
    },
  },
};
