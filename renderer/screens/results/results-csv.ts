/** Everything that the screen shows, as rows for a spreadsheet. Pure. */
import type { TFunction } from 'i18next';
import type { MeanView, Results, ShareView } from '../../../contract/procedures/results.ts';
import type { Language, Sentence } from '../../../domain/language.ts';
import type { Cell } from '../../../domain/results/csv.ts';

export function resultRows(results: Results, language: Language, t: TFunction): readonly (readonly Cell[])[] {
  const say = (sentence: Sentence): string => sentence[language];
  const share = (section: string, label: string, view: ShareView): Cell[] => {
    const { count, of, low, high, isTooFew } = view;
    return isTooFew
      ? [section, label, count, of, null, null, null]
      : [section, label, count, of, view.share, low, high];
  };
  const mean = (section: string, label: string, { of, mean: value, low, high, isTooFew }: MeanView): Cell[] =>
    isTooFew ? [section, label, null, of, null, null, null] : [section, label, null, of, value, low, high];
  const count = (section: string, label: string, value: number | null): Cell[] => [
    section,
    label,
    value,
    null,
    null,
    null,
    null,
  ];
  const { newcomers, reached, pace, corrections, rights, said, complaints, map, nps } = results;
  return [
    [t('results.title'), say(results.periodText), null, null, null, null, null],
    [
      t('results.csv.section'),
      t('results.csv.what'),
      t('results.csv.count'),
      t('results.csv.of'),
      t('results.csv.value'),
      t('results.csv.low'),
      t('results.csv.high'),
    ],
    ...newcomers.thanked.map((each) => share(t('results.thanked'), t(`results.within.${each.within}`), each.share)),
    ...reached.byPart.map((each) => share(t('results.reachedByPart'), t(`donors.parts.${each.part}`), each.share)),
    ...reached.byAttempt.map((each) =>
      share(t('results.reachedByAttempt'), t(`results.attempts.${each.attempt}`), each.share),
    ),
    count(t('results.pace'), t('results.calls'), pace.calls),
    count(t('results.pace'), t('results.hours'), pace.hours),
    count(t('results.pace'), t('results.perHour'), pace.perHour),
    ...corrections.map((each) => count(t('results.corrections'), say(each.label), each.count)),
    count(t('results.rights'), t('results.objections'), rights.objections),
    share(t('results.rights'), t('results.offered'), rights.offered),
    share(t('results.rights'), t('results.optIns'), rights.optIns),
    ...said.map((each) => count(t('results.said'), t(`followUps.kinds.${each.kind}`), each.count)),
    count(t('results.complaints'), t('results.medianDays'), complaints.medianDays),
    share(t('results.complaints'), t('results.inTime'), complaints.inTime),
    ...map.steps.map((each) => mean(t('results.map'), say(each.name), each.mean)),
    ...map.months.map((each) => mean(t('results.map'), say(each.name), each.mean)),
    ...map.levels.map((each) => mean(t('results.map'), say(each.name), each.mean)),
    mean('NPS', 'NPS', nps.score),
    ...nps.answers.map((each, answer) => count('NPS', String(answer), each)),
    ...results.questions.flatMap(({ id, lines }) =>
      lines.map((line): Cell[] => [t(`results.questions.${id}`), say(line), null, null, null, null, null]),
    ),
  ];
}
