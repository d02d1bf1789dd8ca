/** Why a donor is or is not on a list, for every programme, with what a volunteer wants to know about her. */
import { ownNumber } from '../../../domain/donor-number.ts';
import { bestPartOf } from '../../../domain/calling-hours/best-part.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import { givingOn } from '../../../domain/giving.ts';
import { sentence } from '../../../domain/language.ts';
import { legalBasisOf, writeLegalBasis } from '../../../domain/legal-basis.ts';
import { LEVEL_NAMES, levelOn } from '../../../domain/loyalty/level.ts';
import { headingName } from '../../../domain/person-name.ts';
import { SECTION_NAMES } from '../../../domain/programmes/section-names.ts';
import { SECTION_OF, TASK_SECTION_OF } from '../../../domain/programmes/settings.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { answerWhy, explainDonor, type WhyAnswer } from '../calls/current-list.ts';
import type { AskContext } from '../context.ts';
import { mayBeShown } from '../donor/access.ts';
import type { Handler } from '../dispatcher.ts';
import { notFound } from '../refusal.ts';
import { findDonor } from './list.ts';

const SECTIONS = { ...SECTION_OF, ...TASK_SECTION_OF } as const;

export const whyList: Handler<'list.why'> = async (context, { donor: asked, date: day = context.today }) => {
  const { store, today } = context;
  const donorId = await findDonor(context, asked);
  const donor = donorId === null ? undefined : (await readDonors(store.reader, [donorId])).get(donorId);
  if (donor === undefined) throw notFound();
  // Why somebody is not on the list is said to everybody; what she gave, and so what each programme says, is not.
  const isShown = (await mayBeShown(context, [donor.donorId])).has(donor.donorId);
  const answer = donor.isOutside || !isShown ? null : await answerWhy(context, donor.donorId, day);
  const explanation = answer?.explanation ?? (await explainDonor(context, donor.donorId, day));
  if (explanation === null) throw notFound();
  const { details } = donor;
  return {
    donorId: donor.donorId,
    externalId: ownNumber(donor.externalId),
    crmId: donor.crmId,
    name: donor.isOutside ? null : sentence((language) => headingName(details.name, language)),
    day,
    dayText: sentence((language) => writeDay(day, language, { today, style: 'weekday' })),
    explanation: { ...explanation, suppressions: [...explanation.suppressions] },
    ...(answer === null ? NOTHING_HERE : viewAnswer(answer, context, day)),
  };
};

type View = Pick<OutputOf<'list.why'>, 'level' | 'legalBasis' | 'bestPart' | 'programmes'>;

const NOTHING_HERE: View = { level: null, legalBasis: null, bestPart: null, programmes: [] };

function viewAnswer({ donor, programmes }: WhyAnswer, context: AskContext, day: AskContext['today']): View {
  const { loyalty, legal } = context.programmes;
  const giving = givingOn(day, donor.gifts, donor.mandates);
  const level = levelOn(day, donor, giving, loyalty);
  return {
    level: level === null ? null : { id: level, name: LEVEL_NAMES[level] },
    legalBasis: writeLegalBasis(legalBasisOf(donor, giving, day, legal), context.today),
    bestPart: bestPartOf(donor, day),
    programmes: programmes.map((answer) => ({ ...answer, name: SECTION_NAMES[SECTIONS[answer.programme]] })),
  };
}
