/** Instellingen, Programma's: what a coordinator may change, what it would do to today's list, and who changed what. */
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { AnswerPage } from '../../parts/answer-page.tsx';
import { changeOf, useDrafts } from './drafts.ts';
import { History } from './history.tsx';
import { OWN_SECTIONS } from './own-sections.tsx';
import { Preview } from './preview.tsx';
import { SectionForm } from './section-form.tsx';
import { SectionList } from './section-list.tsx';
import { usePreview } from './use-preview.ts';
import { useSaving } from './use-saving.ts';
import './settings.css';

export function SettingsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const answer = useAnswer('settings.programmes', {});
  useTitle(t('settings.title'));
  useCommand('settings.leave', () => void navigate('/'));
  return <AnswerPage answer={answer}>{(settings) => <Programmes settings={settings} />}</AnswerPage>;
}

function Programmes({ settings }: { readonly settings: OutputOf<'settings.programmes'> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { section: asked } = useParams();
  const drafts = useDrafts();
  const { sections } = settings;
  const change = changeOf(sections, drafts);
  const hasChanges = Object.keys(change).length > 0;
  const preview = usePreview(change);
  const saving = useSaving(settings, change);
  const section = sections.find(({ id }) => id === asked) ?? sections[0];
  if (section === undefined) return null;
  const own = OWN_SECTIONS.find(({ id }) => id === asked);
  const chosen = own?.id ?? section.id;
  const ids = [...sections, ...OWN_SECTIONS].map(({ id }) => id);
  const show = (step: number): void => {
    const next = ids[ids.indexOf(chosen) + step];
    if (next !== undefined) void navigate(`/settings/${next}`, { replace: true, flushSync: true });
  };
  const list = <SectionList sections={sections} chosen={chosen} change={change} onStep={show} />;
  if (own !== undefined) {
    return (
      <main className="beside settings">
        {list}
        {own.show()}
      </main>
    );
  }
  const refusals = preview.answer?.isPossible === false ? preview.answer.refusals : [];
  return (
    <main className="beside settings">
      {list}
      <SectionForm
        section={section}
        drafts={drafts}
        refusals={refusals.filter((refusal) => refusal.section === section.id)}
      />
      <section className="settings-effect" aria-label={t('settings.effect')}>
        {hasChanges ? (
          <Preview preview={preview} saving={saving} />
        ) : (
          <History history={settings.history} saving={saving} />
        )}
      </section>
    </main>
  );
}
