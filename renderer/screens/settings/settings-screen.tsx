/** Instellingen, Programma's: what a coordinator may change, what it would do to today's list, and who changed what. */
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { CharitySettings } from './charity/charity-settings.tsx';
import { CHARITY_SECTIONS, isCharitySection } from './charity/sections.ts';
import { changeOf, useDrafts } from './drafts.ts';
import { History } from './history.tsx';
import { PeopleSettings } from './people/people-settings.tsx';
import { LogSettings } from './log/log-settings.tsx';
import { LOG_SECTION } from './log/section.ts';
import { PEOPLE_SECTION } from './people/section.ts';
import { Preview } from './preview.tsx';
import { PrivacySettings } from './privacy/privacy-settings.tsx';
import { PRIVACY_SECTION } from './privacy/section.ts';
import { RegisterSettings } from './register/register-settings.tsx';
import { isWorkstationSection, WORKSTATION_SECTIONS } from './register/sections.ts';
import { SectionForm } from './section-form.tsx';
import { SectionList } from './section-list.tsx';
import { isTalkSection, TALK_SECTIONS } from './talk/sections.ts';
import { TalkSettings } from './talk/talk-settings.tsx';
import { TelephoneSettings } from './telephone/telephone-settings.tsx';
import { usePreview } from './use-preview.ts';
import { useSaving } from './use-saving.ts';
import './settings.css';

export function SettingsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const textOf = useTroubleText();
  const { data: settings, error } = useAnswer('settings.programmes', {});
  useTitle(t('settings.title'));
  useCommand('settings.leave', () => void navigate('/'));
  return (
    <>
      <Bar />
      {settings === undefined ? (
        <main className="whole-page">
          {error === null ? (
            <Bones className="bones-frame" />
          ) : (
            <TroublePage level={1} title={t('trouble.title')} text={textOf(error)} />
          )}
        </main>
      ) : (
        <Programmes settings={settings} />
      )}
    </>
  );
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
  const isOwn =
    isCharitySection(asked) ||
    isTalkSection(asked) ||
    isWorkstationSection(asked) ||
    asked === PEOPLE_SECTION ||
    asked === LOG_SECTION ||
    asked === PRIVACY_SECTION;
  const chosen = isOwn ? asked : section.id;
  const ids = [
    ...sections.map(({ id }) => id),
    ...TALK_SECTIONS,
    ...CHARITY_SECTIONS,
    PEOPLE_SECTION,
    LOG_SECTION,
    PRIVACY_SECTION,
    ...WORKSTATION_SECTIONS,
  ];
  const show = (step: number): void => {
    const next = ids[ids.indexOf(chosen) + step];
    if (next !== undefined) void navigate(`/settings/${next}`, { replace: true, flushSync: true });
  };
  const list = <SectionList sections={sections} chosen={chosen} change={change} onStep={show} />;
  if (isCharitySection(chosen)) {
    return (
      <main className="beside settings">
        {list}
        <CharitySettings section={chosen} />
      </main>
    );
  }
  if (isWorkstationSection(chosen)) {
    return (
      <main className="beside settings">
        {list}
        {chosen === 'telephone' ? <TelephoneSettings /> : <RegisterSettings />}
      </main>
    );
  }
  if (isTalkSection(chosen)) {
    return (
      <main className="beside settings">
        {list}
        <TalkSettings section={chosen} />
      </main>
    );
  }
  if (chosen === PEOPLE_SECTION) {
    return (
      <main className="beside settings">
        {list}
        <PeopleSettings />
      </main>
    );
  }
  if (chosen === LOG_SECTION) {
    return (
      <main className="beside settings">
        {list}
        <LogSettings />
      </main>
    );
  }
  if (chosen === PRIVACY_SECTION) {
    return (
      <main className="beside settings">
        {list}
        <PrivacySettings />
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
