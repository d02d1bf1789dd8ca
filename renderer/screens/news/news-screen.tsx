/** Wat is er nieuw: each release in plain words, newest first. Whoever opens it has seen it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import './news.css';

export function NewsScreen() {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const navigate = useNavigate();
  const { data, error } = useAnswer('news.get', {});
  useTitle(t('news.title'));
  useCommand('news.leave', () => void navigate('/'));
  useSeen(data?.hasUnseen === true);
  return (
    <>
      <Bar />
      <main className="news">
        <h1>{t('news.title')}</h1>
        {data === undefined && error === null && <Bones className="found-bones" />}
        {error !== null && <p role="alert">{textOf(error)}</p>}
        {data !== undefined && <p className="soft">{t('news.intro', { version: data.version })}</p>}
        {data?.releases.map(({ version, day, changes }) => (
          <section key={version} aria-labelledby={`news-${version}`}>
            <h2 id={`news-${version}`}>
              {day === null ? t('news.release', { version }) : t('news.releaseOn', { version, day: say(day) })}
            </h2>
            <ul>
              {changes.map((change) => (
                <li key={change.en}>{say(change)}</li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  );
}

function useSeen(hasUnseen: boolean): void {
  const client = useClient();
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => client.ask('news.seen', {}),
    onSuccess: () => refreshTopics(queryClient, ['news']),
  });
  useEffect(() => {
    if (hasUnseen) mutate();
  }, [hasUnseen, mutate]);
}
