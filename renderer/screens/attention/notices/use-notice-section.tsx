/** What the sync noticed and a person should know: donors who were merged or deleted, a CRM that went back. */
import { useTranslation } from 'react-i18next';
import type { SyncNoticeView } from '../../../../contract/procedures/pull.ts';
import { useSession } from '../../../data/session-context.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import type { Entry, SectionsAnswer } from '../section.ts';
import { writeMoment } from '../when.ts';
import { OneNotice } from './one-notice.tsx';

export function useNoticeSection(): SectionsAnswer {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const { data, error, refetch } = useAnswer('sync.notices', {});
  const entryOf = (notice: SyncNoticeView): Entry => ({
    key: `notice-${notice.noticeId}`,
    icon: 'clock',
    title: t(`attention.notices.${notice.kind}`),
    lines: [
      ...(notice.donorName === null ? [] : [say(notice.donorName)]),
      t('attention.since', { when: writeMoment(notice.at, today, language, t) }),
    ],
    show: () => <OneNotice notice={notice} />,
  });
  const entries = (data?.notices ?? []).map(entryOf);
  return {
    sections: [{ id: 'notices', needsPerson: true, heading: t('attention.notices.heading'), entries }],
    isPending: data === undefined && error === null,
    error: data === undefined ? error : null,
    refetch: () => void refetch(),
  };
}
