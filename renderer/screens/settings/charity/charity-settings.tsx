/** Instellingen, De organisatie: one of its sections, and on the right what is not saved, or who changed what. */
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../../commands/command-button.tsx';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { History } from '../history.tsx';
import type { Saving } from '../use-saving.ts';
import { changeCharity, useCharityDraft } from './draft.ts';
import { LetterForm } from './letter-form.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import type { CharitySection } from './sections.ts';
import { StoriesForm } from './stories-form.tsx';
import { useCharitySaving } from './use-charity-saving.ts';
import { useRefusals, type Refusals } from './use-refusals.ts';
import './charity.css';

export function CharitySettings({ section }: { readonly section: CharitySection }) {
  const { data, error } = useAnswer('charity.get', {});
  const textOf = useTroubleText();
  if (data !== undefined) return <Loaded section={section} answer={data} />;
  return (
    <>
      <section className="settings-form">
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
  const form = { charity, refusals, onChange: changeCharity };
  return (
    <>
      <section className="settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t(`charity.sections.${section}`)}</h2>
        <div className="settings-fields charity-fields" key={section}>
          {section === 'organisation' && <OrganisationForm {...form} nameInCrm={answer.nameInCrm} />}
          {section === 'stories' && <StoriesForm {...form} campaigns={answer.campaigns} />}
          {section === 'letter' && <LetterForm {...form} />}
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
      </section>
    </>
  );
}

function Unsaved({ refusals, saving }: { readonly refusals: Refusals; readonly saving: Saving }) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <>
      <h2 className="t">{t('charity.unsaved')}</h2>
      {saving.error !== null && <TroubleBar error={saving.error} onClose={saving.clear} />}
      {refusals.length === 0 ? (
        <p className="soft">{t('charity.unsavedHow')}</p>
      ) : (
        <>
          <p>{t('settings.preview.impossible')}</p>
          <ul className="settings-changes">
            {refusals.map(({ field, sentence }) => (
              <li key={field}>
                <Icon name="triangle" />
                {say(sentence)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="settings-do">
        <CommandButton className="btn go" command="settings.save" onRun={saving.save} isPending={saving.isSaving}>
          {t('settings.save')}
        </CommandButton>
        <CommandButton command="settings.discard" onRun={saving.discard}>
          {t('settings.discard')}
        </CommandButton>
      </div>
    </>
  );
}
