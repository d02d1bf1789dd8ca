/** What is not in the CRM: conflicts, what it refused, what waits too long; then what only waits. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AttentionItem } from '../../../../contract/procedures/attention-item.ts';
import { useSession } from '../../../data/session-context.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import type { Entry, SectionsAnswer } from '../section.ts';
import { writeMoment } from '../when.ts';
import { LOOKS } from './looks.ts';
import { OneItem } from './one-item.tsx';

export function useOutboxSections(): SectionsAnswer {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const { data, error, refetch } = useAnswer('sync.operations', {});
  const operations = data?.operations ?? [];

  const entryOf = (item: AttentionItem): Entry => {
    const name = say(item.donorName);
    const since = t('attention.since', { when: writeMoment(item.recordedAt, today, language, t) });
    return {
      key: item.operationId,
      icon: LOOKS[item.state].icon,
      title: item.needsPerson ? titleOf(item, t) : name,
      lines: [...(item.needsPerson ? [name] : []), ...(item.conflict === null ? [say(item.what)] : []), since],
      show: (onLater) => <OneItem item={item} onLater={onLater} />,
    };
  };
  const needed = operations.filter(({ needsPerson }) => needsPerson).map(entryOf);
  const waiting = operations.filter(({ needsPerson }) => !needsPerson).map(entryOf);
  return {
    sections: [
      { id: 'needed', needsPerson: true, heading: t('attention.neededSection'), entries: needed },
      { id: 'waiting', needsPerson: false, heading: t('attention.waitingSection'), entries: waiting },
    ],
    isPending: data === undefined && error === null,
    error: data === undefined ? error : null,
    refetch: () => void refetch(),
  };
}

function titleOf({ state, conflict, typed }: AttentionItem, t: TFunction): string {
  if (state === 'waiting') return t('attention.waitsLong');
  if (conflict === null || typed === null) return t(`attention.states.${state}`);
  return conflict.theirs === null ? t('attention.removedThere') : t(`attention.which.${typed.field}`);
}
