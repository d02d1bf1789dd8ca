/** The script in English, for donors who prefer it. One "you" for everybody; only the name differs. */
import type { ScriptWords, Spoken, Subject } from './words.ts';

const TELL = 'May I tell you briefly what we are working on?';
const REASON = 'I am calling for one reason: to thank you.';
const NOTHING_TO_DO =
  'There is nothing you need to do now. If you like I can explain what happens next, or pass a question on to our office.';

const forYears = ({ loyalYears }: Spoken): string =>
  loyalYears === null ? '' : `You have supported us for ${loyalYears}, and that is special. `;

const forMandate = (spoken: Spoken): string =>
  `${REASON} Since ${spoken.mandateSince} you have supported us with ${spoken.mandateAmount}. ` +
  `${forYears(spoken)}**Thank you.** We can build on that.`;

const whatItDoes = ({ project, does }: Spoken): string => {
  const where = project === null ? '' : `Your gift goes to ${project}. `;
  if (does !== null) return `${where}${does}`;
  return project === null ? `Your gift is at work, right where it is needed most. ${TELL}` : `${where}${TELL}`;
};

const aboutComplaint = ({ answeredComplaint }: Spoken): string =>
  answeredComplaint === null
    ? ''
    : `On ${answeredComplaint} you told us that something was not right. Has that been solved to your satisfaction? `;

/** Most calls are to thank. */
const PURPOSES: Partial<Record<Subject | 'promised', string>> = {
  promised: 'We agreed that I would call you back.',
  feedback: 'I am calling to hear what you thought of our last call.',
  birthday: 'I am calling to congratulate you.',
  failed: 'I am calling about your support.',
  reversed: 'I am calling about your support.',
};

export const ENGLISH: ScriptWords = {
  greetings: { morning: 'Good morning', afternoon: 'Good afternoon', evening: 'Good evening' },
  opening: ({ callerName, charityName, donorName }, greeting, purpose) =>
    `${greeting}, this is ${callerName}${charityName === '' ? '' : ` of ${charityName}`}. Am I speaking with ${donorName}? ` +
    `${PURPOSES[purpose] ?? 'I am calling to thank you.'} **Is this a good moment?**`,
  thanks: {
    gift: (spoken) =>
      `${REASON} On ${spoken.day} you gave ${spoken.amount}${spoken.isFirstGift ? ', your first gift' : ''}. ` +
      `${forYears(spoken)}**Thank you, from all of us here.**`,
    mandate: forMandate,
    expected: forMandate,
    major: ({ day, amount }) =>
      `On ${day} we received your gift of ${amount}. I wanted to thank you for it myself. **Thank you very much.** ` +
      'May I ask what moved you to give?',
    friend: ({ day, amount, whoseAction }) =>
      whoseAction === null
        ? `${REASON} On ${day} you gave ${amount} to the action of somebody you know. **Thank you.** ` +
          'May I ask how you know each other?'
        : `${REASON} On ${day} you gave ${amount} through the action of ${whoseAction}. **Thank you.** ` +
          'May I ask how you came to that action?',
    anniversary: ({ loyalYears }) =>
      `${REASON} ${
        loyalYears === null
          ? 'You have supported us for a long time.'
          : `Around this day you have supported us for ${loyalYears}.`
      } **Thank you, from all of us here.**`,
    ambassador: () =>
      `${REASON} You took action for us and brought others along. **Thank you. That does a great deal.** May I ask how it was?`,
    feedback: () =>
      'A while ago we called you to say thank you. I am only calling to ask what you thought of that. ' +
      '**What went well, and what could be better?**',
    birthday: () => '**Many happy returns, from all of us here.** There is nothing else I wanted to ask.',
    failed: ({ charityName, amount, day }) =>
      `You support ${charityName || 'us'}, and we are glad of it. I am calling because the debit of ${amount} on ${day} did not go through. ` +
      'That happens. **Can I help you with something?**',
    reversed: ({ charityName, amount, day }) =>
      `You support ${charityName || 'us'}, and we are glad of it. I am calling because ${amount} of ${day} was taken back. ` +
      'That is always allowed. **Did anything go wrong, or can I help you with something?**',
    support: (spoken) => `${REASON} ${forYears(spoken)}**Thank you for your support.**`,
  },
  gift: {
    gift: whatItDoes,
    mandate: whatItDoes,
    major: whatItDoes,
    friend: whatItDoes,
    anniversary: whatItDoes,
    ambassador: whatItDoes,
    feedback: whatItDoes,
    birthday: whatItDoes,
    support: whatItDoes,
    expected: ({ does }) => `The first debit is on its way; you need not do anything for it. ${does ?? TELL}`,
    failed: () => NOTHING_TO_DO,
    reversed: () => NOTHING_TO_DO,
  },
  now: 'May I also tell you briefly what we are working on now?',
  details: 'May I check with you that we have your details right? Then our letters will reach you.',
  questions: {
    usual: (spoken) =>
      `${aboutComplaint(spoken)}Do you have a question yourself, or anything you would like us to know? I will write it down and you will get an answer.`,
    feedback: (spoken) =>
      `${aboutComplaint(spoken)}From zero to ten: **how likely are you to recommend us to others?** ` +
      'And what would make it higher? I will write it down.',
  },
  closing: ({ donorName }) =>
    `Thank you for this conversation, ${donorName}. May we call you again another time? ` +
    '**If you would rather not, please just say so.** Then we will not call you any more.',
};
