/** Who, when, in which call, how: the evidence under a value. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../../../domain/calendar/day.ts';
import { writeDay } from '../../../../domain/calendar/write-day.ts';
import type { AttentionItem } from '../../../../contract/procedures/attention-item.ts';
import { useSession } from '../../../data/session-context.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';

export function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** "dinsdag 24 november, 19:14". */
export function useWriteInstant(): (instant: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSession();
  return (instant) => {
    const { day, time } = wallClock(instant);
    return t('attention.nextTryAt', { day: writeDay(day, language, { today, style: 'weekday' }), time });
  };
}

export function FactsOfMine({ item }: { readonly item: AttentionItem }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const writeInstant = useWriteInstant();
  const { call } = item;
  return (
    <>
      <Fact term={t('attention.who')}>
        <bdi>{item.recordedBy}</bdi>
      </Fact>
      <Fact term={t('attention.when')}>{writeInstant(item.recordedAt)}</Fact>
      {call !== null && (
        <Fact term={t('attention.inCall')}>
          {t('attention.callOf', {
            programme: say(call.programme),
            day: writeDay(call.day, language, { today }),
          })}
        </Fact>
      )}
      {item.checkedBy !== null && <Fact term={t('attention.how')}>{t(`attention.checked.${item.checkedBy}`)}</Fact>}
    </>
  );
}
