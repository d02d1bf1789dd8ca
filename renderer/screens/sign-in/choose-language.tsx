/** Whoever cannot read the screen cannot sign in: the language can be chosen before. */
import { useQueryClient } from '@tanstack/react-query';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../../domain/language.ts';
import { useClient } from '../../data/client-context.ts';
import { refreshTopics } from '../../data/query-client.ts';

export function ChooseLanguage({ language }: { readonly language: Language }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const change = async (id: string): Promise<void> => {
    const chosen = LANGUAGES.find((each) => each === id);
    if (chosen === undefined) return;
    await client.ask('session.setLanguage', { language: chosen });
    await refreshTopics(queryClient, ['session']);
  };
  return (
    <RadioGroup
      className="sign-in-language"
      orientation="horizontal"
      value={language}
      onChange={(id) => {
        // When it cannot be kept the screen stays as it is.
        change(id).catch(() => undefined);
      }}
    >
      <Label className="hush">{t('signIn.language')}</Label>
      <div className="segments">
        {LANGUAGES.map((id) => (
          <Radio key={id} value={id} className="segment">
            <span lang={id}>{t(`menu.languages.${id}`)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
