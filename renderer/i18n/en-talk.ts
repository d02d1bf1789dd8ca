/** What is set for the conversation, in English. */
import type { Catalogue } from './nl.ts';

export const TALK: Catalogue['talk'] = {
  group: 'The conversation',
  sections: { answers: 'Answers', topics: 'Topics', benefits: 'Benefits', words: 'Address and consent' },
  how: {
    answers: 'What donors ask, and what a caller can say then. In a conversation they are under Answers.',
    topics: 'What a question, complaint or idea is about. The topic decides who answers.',
    benefits:
      'What callers may offer, by level of loyalty. Whoever was offered something does not hear it again for a year.',
    words:
      'How donors are addressed as long as they asked for nothing else, and the question before consent to e-mail.',
  },
  effect: 'What is unsaved, and who changed what',
  saved: 'Kept. It holds at once, also in conversations that have begun.',
  none: 'Nothing has been changed here yet.',
  lastOnly: 'The last change can be taken back.',
  add: 'Add',
  remove: 'Take away',
  nameless: '(still without a name)',
  answer: 'Answer',
  question: 'The question',
  whatToSay: 'What the caller says',
  noAnswers: 'There are no ready answers yet.',
  topic: 'Topic',
  topicName: 'Name',
  person: 'Who answers (empty: the coordinator decides)',
  days: 'Within how many days (empty: as usual)',
  benefit: 'Benefit',
  benefitName: 'Name',
  noBenefits: 'There is nothing to offer yet.',
  levels: 'For whom',
  isOffered: 'Is offered now',
  addressForm: 'Form of address',
  addressForms: { formal: 'Formal', informal: 'Informal' },
  optIn: 'The question for consent to e-mail',
};
