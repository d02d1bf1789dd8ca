/** What was sent today: print again, or take back. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import type { PostActions } from './use-post.ts';

interface SentListProps {
  readonly sent: OutputOf<'post.list'>['sent'];
  readonly actions: PostActions;
}

export function SentList({ sent, actions }: SentListProps) {
  const { t } = useTranslation();
  const say = useSentence();
  if (sent.length === 0) return null;
  return (
    <div>
      <h2>{t('post.sentToday', { count: sent.filter(({ isUndone }) => !isUndone).length })}</h2>
      <ul>
        {sent.map(({ operationId, donorId, name, kind, time, by, isUndone }) => (
          <li key={operationId} className="post-sent">
            <span className={isUndone ? 'st open' : 'st ok'}>
              <Icon name={isUndone ? 'ring' : 'tick'} />
              {t(isUndone ? 'post.undone' : `post.sentKinds.${kind}`)}
            </span>
            <b>
              <bdi>{say(name)}</bdi>
            </b>
            <span className="meta">{t('post.by', { time, name: by })}</span>
            {!isUndone && (
              <span className="post-again">
                {kind === 'letter' && (
                  <Button
                    className="link"
                    aria-label={t('post.againFor', { name: say(name) })}
                    onPress={() => actions.printLetters([donorId])}
                  >
                    {t('post.again')}
                  </Button>
                )}
                <Button
                  className="link"
                  aria-label={t('post.undoFor', { name: say(name) })}
                  onPress={() => actions.undo([operationId])}
                >
                  {t('post.notSent')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
