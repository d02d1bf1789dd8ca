/** What is due, cards and letters apart, and what is held back and why. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { POST_KINDS } from '../../../domain/tasks/post.ts';
import { useSentence } from '../../i18n/use-sentence.ts';

interface DueListProps {
  readonly list: OutputOf<'post.list'>;
  readonly chosen: number | null;
  readonly onChoose: (donorId: number) => void;
}

export function DueList({ list: { due, held }, chosen, onChoose }: DueListProps) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <>
      {POST_KINDS.map((kind) => {
        const own = due.filter((item) => item.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind}>
            <h2>{t(`post.kinds.${kind}`, { count: own.length })}</h2>
            <ul>
              {own.map(({ donorId, name, envelope, reason }) => (
                <li key={donorId}>
                  <Button
                    className="post-row"
                    aria-current={donorId === chosen}
                    onPress={() => onChoose(donorId)}
                    {...(donorId === chosen ? { ref: bringIntoView } : {})}
                  >
                    <b>
                      <bdi>{say(name)}</bdi>
                    </b>
                    <span className="meta">{envelope.at(-1)}</span>
                    <span className="soft">{say(reason)}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {held.length > 0 && (
        <div>
          <h2>{t('post.held', { count: held.length })}</h2>
          <ul>
            {held.map(({ donorId, name, why }) => (
              <li key={donorId} className="post-held">
                <bdi>{say(name)}</bdi>
                <span className="meta">{t(`post.why.${why}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function bringIntoView(row: HTMLButtonElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}
