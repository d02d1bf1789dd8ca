/** One section: its fields, each with what holds by default, and beside it what cannot be. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { draftOf, type Drafts } from './drafts.ts';
import { FieldEditor } from './field-editor.tsx';
import type { SectionView } from './typed-value.ts';

type Refusal = Extract<OutputOf<'settings.previewProgrammes'>, { isPossible: false }>['refusals'][number];

interface SectionFormProps {
  readonly section: SectionView;
  readonly drafts: Drafts;
  readonly refusals: readonly Refusal[];
}

export function SectionForm({ section, drafts, refusals }: SectionFormProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const name = say(section.name);
  return (
    <section className="side-one settings-form" aria-labelledby="settings-section">
      <h2 id="settings-section">{name.slice(0, 1).toUpperCase() + name.slice(1)}</h2>
      {section.purpose !== null && <p className="soft">{say(section.purpose)}</p>}
      {section.group === 'general' && <p className="meta">{t('settings.noAdvice')}</p>}
      <div className="settings-fields" key={section.id}>
        {section.fields.map((field) => (
          <FieldEditor
            key={field.id}
            section={section.id}
            field={field}
            draft={draftOf(drafts, section.id, field.id)}
            refusal={refusals.find((refusal) => refusal.field === field.id)?.sentence ?? null}
          />
        ))}
      </div>
      {section.group === 'general' || <p className="meta">{t('settings.running')}</p>}
    </section>
  );
}
