/** The script in English, for donors who prefer it. */
import type { ScriptWords, Spoken } from './words.ts';

const TELL = 'May I tell you briefly what we are working on?';
const NOTHING_TO_DO =
  'There is nothing you need to do now. If you like I can explain what happens next, or pass a question on to our office.';

const thankForMandate = ({ mandateSince, mandateAmount }: Spoken): string =>
  `I am calling for one reason: to thank you. Since ${mandateSince} you have supported us with ${mandateAmount}. ` +
  '**Thank you.** We can build on that.';

const tellAboutProject = ({ project }: Spoken): string =>
  project === null
    ? `Your gift is at work, right where it is needed most. ${TELL}`
    : `Your gift goes to ${project}. ${TELL}`;

export const ENGLISH: ScriptWords = {
  titles: {
    opening: 'Opening',
    thanks: 'Thanks',
    gift: 'The gift',
    details: 'Details',
    questions: 'Questions',
    closing: 'Closing',
  },
  greetings: { morning: 'Good morning', afternoon: 'Good afternoon', evening: 'Good evening' },
  opening: ({ callerName, charityName, donorName }, greeting, isPromised) =>
    `${greeting}, this is ${callerName}${charityName === '' ? '' : ` of ${charityName}`}. Am I speaking with ${donorName}? ` +
    `${isPromised ? 'We agreed that I would call you back. ' : ''}**Is this a good moment?**`,
  thanks: {
    gift: ({ day, amount, isFirstGift }) =>
      `I am calling for one reason: to thank you. On ${day} you gave ${amount}${isFirstGift ? ', your first gift' : ''}. ` +
      '**Thank you, from all of us here.**',
    mandate: thankForMandate,
    expected: thankForMandate,
    major: ({ day, amount }) =>
      `On ${day} we received your gift of ${amount}. I wanted to thank you for it myself. **Thank you very much.** ` +
      'May I ask what moved you to give?',
    failed: ({ charityName, amount, day }) =>
      `You support ${charityName || 'us'}, and we are glad of it. I am calling because the debit of ${amount} on ${day} did not go through. ` +
      'That happens. **Can I help you with something?**',
    reversed: ({ charityName, amount, day }) =>
      `You support ${charityName || 'us'}, and we are glad of it. I am calling because ${amount} of ${day} was taken back. ` +
      'That is always allowed. **Did anything go wrong, or can I help you with something?**',
    support: () => 'I am calling for one reason: to thank you. **Thank you for your support.**',
  },
  gift: {
    gift: tellAboutProject,
    mandate: tellAboutProject,
    major: tellAboutProject,
    expected: () => `The first debit is on its way; you need not do anything for it. ${TELL}`,
    failed: () => NOTHING_TO_DO,
    reversed: () => NOTHING_TO_DO,
    support: tellAboutProject,
  },
  details: 'May I check with you that we have your details right? Then our letters will reach you.',
  questions:
    'Do you have a question yourself, or anything you would like us to know? I will write it down and you will get an answer.',
  closing: ({ donorName }) =>
    `Thank you for this conversation, ${donorName}. May we call you again another time? ` +
    '**If you would rather not, please just say so.** Then we will not call you any more.',
};
