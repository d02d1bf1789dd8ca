/** Everything that was looked at: each condition and suppression, its value, and the record that it was seen in. */
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../domain/calendar/day.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { Icon } from '../../parts/icon.tsx';

type Line = OutputOf<'list.trace'>['lines'][number];

export function Trace({ donorId, day }: { readonly donorId: number; readonly day: CalendarDay }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { data } = useAnswer('list.trace', { donor: { donorId }, date: day });
  if (data === undefined) return <Bones className="found-bones" />;
  const groups = Map.groupBy(data.lines, groupOf);
  return (
    <div className="why-trace">
      {[...groups].map(([key, lines]) => {
        const [{ programmeName } = { programmeName: null }] = lines;
        return (
          <section key={key}>
            <h3>
              {key === SUPPRESSIONS || programmeName === null ? t('donors.suppressions') : capital(say(programmeName))}
            </h3>
            <ul>
              {lines.map((line) => (
                <TraceLine key={line.sentence.en} line={line} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const SUPPRESSIONS = 'suppression';

function groupOf({ about, programme }: Line): string {
  return about === 'suppression' ? SUPPRESSIONS : (programme ?? '');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function TraceLine({ line: { about, holds, sentence, record } }: { readonly line: Line }) {
  const { t } = useTranslation();
  const say = useSentence();
  // A suppression that holds stands in the way; a condition that holds does not.
  const isGood = about === 'suppression' ? !holds : holds;
  return (
    <li className={isGood ? undefined : 'fails'}>
      <Icon name={isGood ? 'tick' : 'cross'} />
      <span>
        {say(sentence)}
        {record !== null && (
          <span className="meta">
            {' '}
            {t('donors.record', { kind: t(`donors.records.${record.kind}`), id: record.id })}
          </span>
        )}
      </span>
    </li>
  );
}
