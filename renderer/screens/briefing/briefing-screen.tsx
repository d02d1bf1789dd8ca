/** The director's briefings of today: one page per donor, as it is printed; and from there into the call. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useTitle } from '../../app/use-document.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';
import { savePdf } from '../../data/save-pdf.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PaperView } from '../../parts/paper/paper-view.tsx';
import { SideLinks } from '../../parts/side-links.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { useScrollable } from '../../parts/use-scrollable.ts';
import { AnswerPage } from '../../parts/answer-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import './briefing.css';

export function BriefingScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const answer = useAnswer('briefing.list', {});
  useTitle(t('briefing.title'));
  useCommand('briefing.leave', () => void navigate('/'));
  return <AnswerPage answer={answer}>{({ donors }) => <Loaded donors={donors} />}</AnswerPage>;
}

type Listed = OutputOf<'briefing.list'>['donors'][number];

function Loaded({ donors }: { readonly donors: readonly Listed[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  const navigate = useNavigate();
  const { donorId: asked } = useParams();
  // A donor who is called at this moment is no longer on the list, and is still to be read about.
  const wanted = asked === undefined ? null : Number(asked);
  const chosen = wanted ?? donors[0]?.donorId ?? null;
  const index = donors.findIndex(({ donorId }) => donorId === chosen);
  const step = (by: number): void => {
    const next = donors[index + by];
    if (next !== undefined) void navigate(`/briefing/${next.donorId}`, { replace: true, flushSync: true });
  };
  useCommand('briefing.previous', () => step(-1));
  useCommand('briefing.next', () => step(1));
  return (
    <main className="beside briefing">
      <nav className="side-list briefing-list" aria-label={t('briefing.list')}>
        <h1>{t('briefing.heading', { count: donors.length })}</h1>
        {donors.length === 0 && <p className="soft">{t('briefing.empty')}</p>}
        <SideLinks
          items={donors}
          toOf={({ donorId }) => `/briefing/${donorId}`}
          isChosen={({ donorId }) => donorId === chosen}
        >
          {({ name, town }) => (
            <>
              <b>
                <bdi>{say(name)}</bdi>
              </b>
              <small>{town}</small>
            </>
          )}
        </SideLinks>
      </nav>
      {chosen === null ? <section /> : <One key={chosen} donorId={chosen} all={donors.map((each) => each.donorId)} />}
    </main>
  );
}

function One({ donorId, all }: { readonly donorId: number; readonly all: readonly number[] }) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const language = useLanguage();
  const paper = useRef<HTMLElement>(null);
  const scrollable = useScrollable(paper);
  const client = useClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { data, error } = useAnswer('briefing.page', { donorId, language });
  const print = useMutation({
    mutationFn: (donorIds: readonly number[]) => client.ask('briefing.print', { donorIds: [...donorIds], language }),
    onSuccess: savePdf,
  });
  const call = useMutation({
    mutationFn: () => client.ask('call.open', { donorId }),
    onSuccess: ({ callItemId }) => void navigate(`/call/${callItemId}`),
  });
  const remember = useMutation({
    mutationFn: () => client.ask('briefing.rememberCard', { donorId }),
    onSuccess: () => refreshTopics(queryClient, ['briefing', 'call', 'donor']),
  });
  const trouble = print.error ?? call.error ?? remember.error;
  const clear = (): void => {
    print.reset();
    call.reset();
    remember.reset();
  };
  return (
    <>
      <section className="side-one briefing-page" aria-label={t('briefing.page')} ref={paper} {...scrollable}>
        {/* Its height is what is watched, whatever it holds. */}
        <div>
          {data === undefined ? (
            error === null ? (
              <Bones className="found-bones" />
            ) : (
              <p role="alert">{textOf(error)}</p>
            )
          ) : (
            <PaperView page={data.page} label={t('briefing.pageOf', { name: say(data.name) })} />
          )}
        </div>
      </section>
      <section className="briefing-do" aria-label={t('briefing.do')}>
        {trouble !== null && <TroubleBar error={trouble} onClose={clear} />}
        <CommandButton
          className="btn go"
          command="briefing.call"
          onRun={() => call.mutate()}
          isPending={call.isPending}
        >
          <Icon name="phone" />
          {t('briefing.call')}
        </CommandButton>
        <p className="meta">{t('briefing.callHow')}</p>
        <CommandButton command="briefing.print" onRun={() => print.mutate([donorId])} isPending={print.isPending}>
          {t('briefing.print')}
        </CommandButton>
        <CommandButton
          command="briefing.printAll"
          onRun={() => {
            if (all.length > 0) print.mutate(all);
          }}
          isPending={print.isPending}
        >
          {t('briefing.printAll', { count: all.length })}
        </CommandButton>
        {print.data !== undefined && (
          <output className="st ok">
            <Icon name="tick" />
            {t('post.saved', { count: print.data.pages, name: print.data.fileName })}
          </output>
        )}
        {data !== undefined && (
          <div className="briefing-card">
            <h2>{t('briefing.card')}</h2>
            {data.card !== '' && <p className="briefing-words">{data.card}</p>}
            {data.hasCardReminder ? (
              <output className="st ok">
                <Icon name="tick" />
                {t('briefing.remembered')}
              </output>
            ) : (
              <CommandButton
                command="briefing.rememberCard"
                onRun={() => remember.mutate()}
                isPending={remember.isPending}
              >
                {t('briefing.remember')}
              </CommandButton>
            )}
          </div>
        )}
      </section>
    </>
  );
}
