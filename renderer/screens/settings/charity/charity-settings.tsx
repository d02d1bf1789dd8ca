/** Instellingen, De organisatie: one of its sections, and on the right what is not saved, or who changed what. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import type { Language } from '../../../../domain/language.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { History } from '../history.tsx';
import { changeCharity, useCharityDraft } from './draft.ts';
import { LetterForm } from './letter-form.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import type { CharitySection } from './sections.ts';
import { StoriesForm } from './stories-form.tsx';
import { Unsaved } from '../unsaved.tsx';
import { useCharitySaving } from './use-charity-saving.ts';
import { useRefusals } from './use-refusals.ts';
import './charity.css';

export function CharitySettings({ section }: { readonly section: CharitySection }) {
  const { data, error } = useAnswer('charity.get', {});
  const textOf = useTroubleText();
  if (data !== undefined) return <Loaded section={section} answer={data} />;
  return (
    <>
      <section className="side-one settings-form">
        {error === null ? <Bones className="found-bones" /> : <p role="alert">{textOf(error)}</p>}
      </section>
      <section className="settings-effect" />
    </>
  );
}

interface LoadedProps {
  readonly section: CharitySection;
  readonly answer: OutputOf<'charity.get'>;
}

function Loaded({ section, answer }: LoadedProps) {
  const { t } = useTranslation();
  const draft = useCharityDraft();
  const charity = draft ?? answer.content;
  const hasChanges = draft !== null && JSON.stringify(draft) !== JSON.stringify(answer.content);
  const refusals = useRefusals(hasChanges ? draft : null);
  const saving = useCharitySaving(answer.version, charity);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const form = { charity, refusals, onChange: changeCharity };
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t(`charity.sections.${section}`)}</h2>
        <div className="settings-fields charity-fields" key={section}>
          {section === 'organisation' && <OrganisationForm {...form} nameInCrm={answer.nameInCrm} />}
          {section === 'stories' && <StoriesForm {...form} campaigns={answer.campaigns} />}
          {section === 'letter' && <LetterForm {...form} language={language} onLanguage={setLanguage} />}
        </div>
      </section>
      <section className="settings-effect" aria-label={t('charity.effect')}>
        {hasChanges ? (
          <Unsaved refusals={refusals} saving={saving} />
        ) : (
          <History
            history={answer.history}
            saving={saving}
            words={{ saved: t('charity.saved'), none: t('charity.none'), how: t('charity.how') }}
          />
        )}
        {section === 'letter' && refusals.length === 0 && <LetterPreview content={charity} language={language} />}
      </section>
    </>
  );
}
