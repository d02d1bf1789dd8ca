/** The charity's own letter and the suggestions for cards, with placeholders. */
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { PLACEHOLDERS } from '../../../../domain/charity/placeholders.ts';
import { LANGUAGES, type Language } from '../../../../domain/language.ts';
import type { CharityFormProps } from './organisation-form.tsx';
import { Text } from './text-fields.tsx';

const LETTER_LINES = 18;
const CARD_LINES = 8;

interface LetterFormProps extends CharityFormProps {
  /** Of the letter that is shown. */
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

export function LetterForm({ language, onLanguage, ...props }: LetterFormProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="soft">{t('charity.letterHow')}</p>
      <ToggleButtonGroup
        className="segments"
        aria-label={t('charity.letterLanguage')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[language]}
        onSelectionChange={(keys) => onLanguage(LANGUAGES.find((each) => keys.has(each)) ?? language)}
      >
        {LANGUAGES.map((each) => (
          <ToggleButton key={each} id={each} className="segment">
            {t(`charity.languages.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Template key={`letter ${language}`} part="letter" language={language} lines={LETTER_LINES} {...props} />
      <Template key={`cards ${language}`} part="cards" language={language} lines={CARD_LINES} {...props} />
    </>
  );
}

interface TemplateProps extends CharityFormProps {
  readonly part: 'letter' | 'cards';
  readonly language: Language;
  readonly lines: number;
}

function Template({ charity, refusals, onChange, part, language, lines }: TemplateProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const set = (text: string): void => onChange({ ...charity, [part]: { ...charity[part], [language]: text } });
  /** At the cursor, which stays behind it. */
  const insert = (name: string): void => {
    const text = charity[part][language];
    const [from, to] = [area.current?.selectionStart ?? text.length, area.current?.selectionEnd ?? text.length];
    set(`${text.slice(0, from)}{${name}}${text.slice(to)}`);
    area.current?.focus();
  };
  return (
    <>
      <Text
        label={t(`charity.${part}`)}
        field={`${part}.${language}`}
        value={charity[part][language]}
        refusals={refusals}
        lines={lines}
        language={language}
        areaRef={area}
        onChange={set}
      />
      <fieldset className="charity-places" aria-label={t('charity.places')}>
        {Object.entries(PLACEHOLDERS).map(([id, name]) => (
          <Button key={id} className="charity-place" onPress={() => insert(name[language])}>
            {`{${name[language]}}`}
          </Button>
        ))}
      </fieldset>
    </>
  );
}
