/** The middle column: the sentence to say, the question that must be asked, notes and what to take along. */
import { useTranslation } from 'react-i18next';
import { useCall } from '../call-context.ts';
import { Composer } from './composer.tsx';
import { EmotionRow } from './emotion-row.tsx';
import { FollowUps } from './follow-ups.tsx';
import { Notes } from './notes.tsx';
import { NpsRow } from './nps-row.tsx';
import { Objection } from './objection.tsx';
import { Script } from './script.tsx';
import './feedback.css';
import './say.css';

export function Say() {
  const { t } = useTranslation();
  const { mode, view } = useCall();
  return (
    <main className="say" aria-label={t('call.say')}>
      <Script />
      <Objection />
      <Notes />
      <div className="tools">
        {mode.kind === 'composer' ? (
          <Composer key={mode.followUp} followUp={mode.followUp} />
        ) : (
          <>
            {view.asksNps && <NpsRow />}
            <EmotionRow />
            <FollowUps />
          </>
        )}
      </div>
    </main>
  );
}
