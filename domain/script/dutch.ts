/** The script in Dutch, with "u". */
import type { ScriptWords, Spoken } from './words.ts';

const TELL = 'Mag ik u kort vertellen waar we nu mee bezig zijn?';
const NOTHING_TO_DO =
  'U hoeft nu niets te doen. Als u wilt, leg ik uit hoe het verder gaat, of ik zet een vraag door naar onze administratie.';

const thankForMandate = ({ mandateSince, mandateAmount }: Spoken): string =>
  `Ik bel u om één reden: om u te bedanken. Sinds ${mandateSince} steunt u ons met ${mandateAmount}. ` +
  '**Dank u wel.** Daar kunnen we op bouwen.';

const tellAboutProject = ({ project }: Spoken): string =>
  project === null
    ? `Uw gift is aan het werk, precies daar waar die het hardst nodig is. ${TELL}`
    : `Uw gift gaat naar ${project}. ${TELL}`;

export const DUTCH: ScriptWords = {
  titles: {
    opening: 'Opening',
    thanks: 'Dank',
    gift: 'De gift',
    details: 'Gegevens',
    questions: 'Vragen',
    closing: 'Afsluiten',
  },
  greetings: { morning: 'Goedemorgen', afternoon: 'Goedemiddag', evening: 'Goedenavond' },
  opening: ({ callerName, charityName, donorName }, greeting, isPromised) =>
    `${greeting}, u spreekt met ${callerName}${charityName === '' ? '' : ` van ${charityName}`}. Spreek ik met ${donorName}? ` +
    `${isPromised ? 'We hadden afgesproken dat ik u terug zou bellen. ' : ''}**Komt het gelegen?**`,
  thanks: {
    gift: ({ day, amount, isFirstGift }) =>
      `Ik bel u om één reden: om u te bedanken. Op ${day} gaf u ${amount}${isFirstGift ? ', uw eerste gift' : ''}. ` +
      '**Dank u wel, ook namens iedereen hier.**',
    mandate: thankForMandate,
    expected: thankForMandate,
    major: ({ day, amount }) =>
      `Op ${day} ontvingen wij uw gift van ${amount}. Ik wilde u daar zelf voor bedanken. **Heel hartelijk dank.** ` +
      'Mag ik vragen wat u ertoe bracht?',
    failed: ({ charityName, amount, day }) =>
      `U steunt ${charityName || 'ons'}, en daar zijn we blij mee. Ik bel omdat de afschrijving van ${amount} op ${day} niet is gelukt. ` +
      'Dat kan gebeuren. **Kan ik u ergens mee helpen?**',
    reversed: ({ charityName, amount, day }) =>
      `U steunt ${charityName || 'ons'}, en daar zijn we blij mee. Ik bel omdat ${amount} van ${day} is teruggeboekt. ` +
      'Dat mag altijd. **Is er iets misgegaan, of kan ik u ergens mee helpen?**',
    support: () => 'Ik bel u om één reden: om u te bedanken. **Dank u wel voor uw steun.**',
  },
  gift: {
    gift: tellAboutProject,
    mandate: tellAboutProject,
    major: tellAboutProject,
    expected: () => `De eerste afschrijving is onderweg; u hoeft daar niets voor te doen. ${TELL}`,
    failed: () => NOTHING_TO_DO,
    reversed: () => NOTHING_TO_DO,
    support: tellAboutProject,
  },
  details: 'Mag ik nog even met u nalopen of we uw gegevens goed hebben staan? Dan komt onze post ook echt bij u aan.',
  questions: 'Heeft u zelf nog een vraag, of iets wat u ons wilt meegeven? Ik schrijf het op en u krijgt antwoord.',
  closing: ({ donorName }) =>
    `Dank u wel voor dit gesprek, ${donorName}. Mogen we u een volgende keer weer bellen? ` +
    '**Als u dat liever niet heeft, zegt u het gerust.** Dan bellen we u niet meer.',
};
