/** Donors who were called twice all the same: a fact for both who did, until each has said to know of it. */
import { useTranslation } from 'react-i18next';
import type { DoubleItem } from '../../../../contract/procedures/claims.ts';
import { writeDay } from '../../../../domain/calendar/write-day.ts';
import { useSession } from '../../../data/session-context.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import type { Entry, SectionsAnswer } from '../section.ts';
import { OneDouble } from './one-double.tsx';

export function useDoubleSection(): SectionsAnswer {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const { data, error, refetch } = useAnswer('claims.doubles', {});

  const entryOf = (item: DoubleItem): Entry => ({
    key: `double-${item.donorId}-${item.day}-${item.programme}`,
    icon: 'phone',
    title: t('attention.claims.double'),
    lines: [say(item.donorName), `${say(item.programmeName)}, ${writeDay(item.day, language, { today })}`],
    show: (onLater) => <OneDouble item={item} onLater={onLater} />,
  });
  return {
    sections: [
      {
        id: 'doubles',
        needsPerson: true,
        heading: t('attention.claims.doubles'),
        entries: (data?.doubles ?? []).map(entryOf),
      },
    ],
    isPending: data === undefined && error === null,
    error: data === undefined ? error : null,
    refetch: () => void refetch(),
  };
}
