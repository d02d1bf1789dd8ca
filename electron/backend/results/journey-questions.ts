/** The seven questions of a journey, answered from what was counted and from the settings, in sentences for a meeting. */
import type { OutputOf } from '../../../contract/index.ts';
import { sentence, type Sentence } from '../../../domain/language.ts';
import { LEVEL_NAMES, LOYALTY_LEVELS } from '../../../domain/loyalty/level.ts';
import { writeMoney } from '../../../domain/money.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { SECTION_NAMES } from '../../../domain/programmes/section-names.ts';
import type { Recommendation } from '../../../domain/results/nps.ts';
import { medianOf } from '../../../domain/results/share.ts';
import type { CallRow, Newcomer, SaidRow } from '../../../db/queries/results.ts';
import { readTopics } from '../calls/follow-ups.ts';
import type { AskContext } from '../context.ts';
import type { Levels } from './map.ts';

type Results = OutputOf<'results.get'>;

interface Counted {
  readonly newcomers: readonly Newcomer[];
  readonly said: readonly SaidRow[];
  readonly map: Results['map'];
  readonly nps: Recommendation;
  /** Calls with the chosen segment. */
  readonly segment: readonly CallRow[];
  readonly levels: Levels;
}

export async function answerQuestions(context: AskContext, counted: Counted): Promise<Results['questions']> {
  return [
    { id: 'who', lines: who(counted) },
    { id: 'need', lines: await need(context, counted) },
    { id: 'phase', lines: phase(counted) },
    { id: 'route', lines: route(counted) },
    { id: 'channels', lines: channels(counted) },
    { id: 'experience', lines: experience(counted) },
    { id: 'knobs', lines: knobs(counted) },
  ];
}

function who({ newcomers, segment }: Counted): Sentence[] {
  const spoken = new Set(segment.map(({ donorId }) => donorId)).size;
  const mandates = newcomers.filter(({ hasMandate }) => hasMandate === 1).length;
  const middle = medianOf(newcomers.flatMap(({ firstAmount }) => (firstAmount === null ? [] : [firstAmount])));
  return [
    sentence((language) =>
      language === 'nl'
        ? `${newcomers.length} nieuwe donateurs, van wie ${mandates} met een machtiging.`
        : `${newcomers.length} new donors, ${mandates} of them with a mandate.`,
    ),
    ...(middle === null
      ? []
      : [
          sentence((language) => {
            const amount = writeMoney(Math.round(middle), language, 'spoken');
            return language === 'nl' ? `De middelste eerste gift is ${amount}.` : `The middle first gift is ${amount}.`;
          }),
        ]),
    sentence((language) =>
      language === 'nl' ? `${spoken} donateurs werden gebeld.` : `${spoken} donors were called.`,
    ),
  ];
}

/** What we mean to do for them, by the programmes; and what they asked about themselves. */
async function need({ store }: AskContext, { segment, said }: Counted): Promise<Sentence[]> {
  const [most] = [...Map.groupBy(segment, ({ programme }) => programme)].toSorted((a, b) => b[1].length - a[1].length);
  const topics = await readTopics(store.reader);
  const asked = said.filter(({ topic }) => topic !== null);
  const [first] = [...Map.groupBy(asked, ({ topic }) => topic)].toSorted((a, b) => b[1].length - a[1].length);
  const topic = topics.find(({ id }) => id === first?.[0])?.name ?? null;
  return [
    ...(most === undefined ? [] : [PROGRAMMES[most[0]].purpose]),
    topic === null || first === undefined
      ? { nl: 'Donateurs noemden zelf nog geen onderwerp.', en: 'Donors named no topic themselves yet.' }
      : sentence((language) =>
          language === 'nl'
            ? `Donateurs begonnen zelf het vaakst over ${topic.nl.toLocaleLowerCase('nl')} (${first[1].length} keer).`
            : `Donors spoke most often of ${topic.en.toLocaleLowerCase('en')} (${first[1].length} times).`,
        ),
  ];
}

function phase({ levels }: Counted): Sentence[] {
  const all = [...levels.values()];
  const counts = LOYALTY_LEVELS.map((level) => ({ level, count: all.filter((each) => each === level).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  if (counts.length === 0) return [NOT_RECORDED];
  return [
    sentence((language) => {
      const parts = counts.map(({ level, count }) => `${LEVEL_NAMES[level][language]} ${count}`).join(', ');
      return language === 'nl' ? `Wie iets liet weten: ${parts}.` : `Those who told something: ${parts}.`;
    }),
  ];
}

function route({ newcomers }: Counted): Sentence[] {
  const known = newcomers.filter(({ isKnown }) => isKnown === 1);
  const having = (key: 'email' | 'post' | 'call'): number => known.filter((each) => each[key] !== null).length;
  return [
    sentence((language) =>
      language === 'nl'
        ? `Van ${known.length} nieuwe donateurs kregen er ${having('email')} een dankmail, ${having('post')} een kaart of brief en ${having('call')} een gesprek.`
        : `Of ${known.length} new donors ${having('email')} got a thank-you e-mail, ${having('post')} a card or letter and ${having('call')} a conversation.`,
    ),
  ];
}

function channels({ newcomers, segment }: Counted): Sentence[] {
  const counts = {
    email: newcomers.filter(({ email }) => email !== null).length,
    post: newcomers.filter(({ post }) => post !== null).length,
    phone: segment.length,
  };
  return [
    sentence((language) =>
      language === 'nl'
        ? `Telefoon ${counts.phone} keer, e-mail ${counts.email} keer, post ${counts.post} keer.`
        : `Phone ${counts.phone} times, e-mail ${counts.email} times, post ${counts.post} times.`,
    ),
  ];
}

const NOT_RECORDED: Sentence = {
  nl: 'Nog niet vastgelegd in deze periode.',
  en: 'Not recorded yet in this period.',
};
const ALIKE: Sentence = {
  nl: 'Geen stap klinkt duidelijk minder dan de andere.',
  en: 'No step sounds clearly worse than the others.',
};
const TOO_FEW: Sentence = { nl: 'Te weinig om iets te zeggen.', en: 'Too few to tell.' };

function experience({ map, nps }: Counted): Sentence[] {
  const { felt } = map;
  if (felt.of === 0) return [NOT_RECORDED];
  if (felt.isTooFew || felt.mean === null) return [TOO_FEW];
  const { mean } = felt;
  const words =
    mean >= 1
      ? { nl: 'blij tot heel blij', en: 'happy to delighted' }
      : mean >= 0.3
        ? { nl: 'eerder blij dan neutraal', en: 'rather happy than neutral' }
        : mean >= -0.3
          ? { nl: 'neutraal', en: 'neutral' }
          : { nl: 'eerder teleurgesteld', en: 'rather disappointed' };
  const score = nps.score.mean;
  return [
    sentence((language) =>
      language === 'nl'
        ? `Zij klonken ${words.nl} (${felt.of} gesprekken).`
        : `They sounded ${words.en} (${felt.of} calls).`,
    ),
    nps.score.isTooFew || score === null
      ? sentence((language) => `NPS: ${TOO_FEW[language].toLocaleLowerCase()}`)
      : sentence((language) =>
          language === 'nl'
            ? `NPS ${Math.round(score)}, uit ${nps.score.of} antwoorden.`
            : `NPS ${Math.round(score)}, from ${nps.score.of} answers.`,
        ),
  ];
}

function knobs({ map: { weakest, steps } }: Counted): Sentence[] {
  if (weakest === null) return [steps.filter(({ mean }) => !mean.isTooFew).length < 2 ? TOO_FEW : ALIKE];
  return [
    sentence((language) =>
      language === 'nl'
        ? `De zwakste stap is het belprogramma “${weakest.name.nl}”. Draai aan de instellingen van “${SECTION_NAMES[weakest.section].nl}”: vanaf welke dag, hoe vaak, voor wie.`
        : `The weakest step is the programme “${weakest.name.en}”. Its settings are under “${SECTION_NAMES[weakest.section].en}”: from which day, how often, for whom.`,
    ),
  ];
}
