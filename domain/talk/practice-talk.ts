/** What an invented charity answers and offers, for a practice profile. */
import { NEW_TALK, type Talk } from './talk.ts';

export const PRACTICE_TALK: Talk = {
  ...NEW_TALK,
  topics: NEW_TALK.topics.map((topic, index) => ({ ...topic, person: index === 0 ? 'Ineke Bos' : '' })),
  answers: [
    {
      id: 'deductible',
      question: { nl: 'Is mijn gift aftrekbaar?', en: 'Is my gift tax deductible?' },
      answer: {
        nl: 'Ja, wij zijn een ANBI. Bewaar uw afschrift; u vindt ons in het register van de Belastingdienst.',
        en: 'Yes, we are an ANBI. Keep your bank statement; you find us in the register of the tax office.',
      },
    },
    {
      id: 'costs',
      question: { nl: 'Hoeveel komt er bij de kinderen terecht?', en: 'How much reaches the children?' },
      answer: {
        nl: 'Van elke euro gaat 88 cent naar zwemlessen. De rest is voor werving en kantoor; het jaarverslag staat op onze website.',
        en: 'Of every euro 88 cents go to swimming lessons. The rest is for fundraising and the office; the annual report is on our website.',
      },
    },
    {
      id: 'number',
      question: { nl: 'Hoe komt u aan mijn nummer?', en: 'How did you get my number?' },
      answer: {
        nl: 'U gaf het bij uw gift. Als u liever niet gebeld wordt, zet ik dat nu meteen zo voor u.',
        en: 'You gave it with your gift. If you would rather not be called, I will see to that right now.',
      },
    },
    {
      id: 'stop',
      question: { nl: 'Hoe stop ik mijn machtiging?', en: 'How do I end my mandate?' },
      answer: {
        nl: 'Dat kan altijd, zonder reden. Ik geef het nu voor u door; u krijgt een bevestiging.',
        en: 'You can, at any time and without a reason. I will pass it on now; you will get a confirmation.',
      },
    },
  ],
  benefits: [
    {
      id: 'lesson',
      name: 'Kijken bij een zwemles',
      words:
        'We nodigen onze trouwe donateurs één keer per jaar uit om bij een zwemles te komen kijken. Lijkt u dat leuk?',
      levels: ['regular', 'loyal', 'ambassador'],
      isOn: true,
    },
    {
      id: 'say',
      name: 'Meedenken over een nieuw project',
      words: 'We vragen een paar donateurs wat zij van onze plannen vinden, per e-mail, drie vragen. Wilt u meedenken?',
      levels: ['again', 'loyal', 'ambassador'],
      isOn: true,
    },
    {
      id: 'stories',
      name: 'Extra verhalen',
      words: 'Vindt u het fijn om vaker een verhaal van een kind te krijgen?',
      levels: ['first-gift', 'again', 'regular'],
      isOn: true,
    },
  ],
};
