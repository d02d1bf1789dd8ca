/** What was changed and is not saved: what is wrong with it, and the two ways on. */
import { useTranslation } from 'react-i18next';
import type { Sentence } from '../../../domain/language.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import type { Saving } from './use-version-saving.ts';

interface UnsavedProps {
  readonly refusals: readonly { readonly field: string; readonly sentence: Sentence }[];
  readonly saving: Saving;
}

export function Unsaved({ refusals, saving }: UnsavedProps) {
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
