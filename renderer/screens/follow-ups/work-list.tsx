/** On the left: what is open by its due day, then what was closed lately. */
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '../../../contract/procedures/follow-ups.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { SideLinks } from '../../parts/side-links.tsx';

interface WorkListProps {
  readonly items: readonly WorkItem[];
  readonly chosen: WorkItem | undefined;
  readonly onShow: (item: WorkItem | undefined) => void;
}

export function WorkList({ items, chosen, onShow }: WorkListProps) {
  const { t } = useTranslation();
  const index = chosen === undefined ? -1 : items.indexOf(chosen);
  const open = items.filter(({ isClosed }) => !isClosed);
  const closed = items.filter(({ isClosed }) => isClosed);
  const late = open.filter(({ due }) => due.state === 'late').length;
  useCommand('followUps.previous', () => onShow(items[index - 1]));
  useCommand('followUps.next', () => onShow(items[index + 1]));
  return (
    <nav className="side-list work-list" aria-label={t('followUps.list')}>
      <h1>{t('followUps.heading')}</h1>
      <p className="soft">
        {t('followUps.open', { count: open.length })} {late > 0 && t('followUps.late', { count: late })}
      </p>
      <Items items={open} chosen={chosen} />
      {closed.length > 0 && (
        <>
          <h2>{t('followUps.closed')}</h2>
          <Items items={closed} chosen={chosen} />
        </>
      )}
    </nav>
  );
}

function Items({ items, chosen }: Pick<WorkListProps, 'items' | 'chosen'>) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <SideLinks items={items} toOf={({ key }) => `/follow-ups/${key}`} isChosen={(item) => item === chosen}>
      {(item) => (
        <>
          <b>
            <bdi>{say(item.donorName)}</bdi>
          </b>
          <span className={`st ${toneOf(item)}`}>
            <Icon name={item.isClosed ? 'tick' : item.due.state === 'late' ? 'triangle' : 'clock'} />
            {item.isClosed ? t('followUps.done') : say(item.due.words)}
          </span>
          <small>
            {t(`followUps.kinds.${item.kind}`)}
            {item.assignee !== '' && ` · ${item.assignee}`}
          </small>
        </>
      )}
    </SideLinks>
  );
}

function toneOf({ isClosed, due }: WorkItem): string {
  if (isClosed) return 'ok';
  return due.state === 'late' || due.state === 'today' ? 'att' : 'open';
}
