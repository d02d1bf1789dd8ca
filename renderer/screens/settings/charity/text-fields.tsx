/** Texts of one line or of several, in one language or in both, each with what is wrong with it. */
import { useId, type Ref } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Sentence } from '../../../../domain/language.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import type { Refusals } from './use-refusals.ts';
import { Refusal } from '../../../parts/refusal.tsx';

interface TextProps {
  readonly label: string;
  /** Where it stands in the charity's texts. */
  readonly field: string;
  readonly value: string;
  readonly refusals: Refusals;
  readonly onChange: (value: string) => void;
  readonly lines?: number;
  readonly language?: string;
  readonly placeholder?: string;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}

export function Text(props: TextProps) {
  const { label, field, value, refusals, onChange, lines = 1, language, placeholder, areaRef } = props;
  const say = useSentence();
  const refusal = refusals.find((each) => each.field === field)?.sentence ?? null;
  return (
    <TextField
      className="field charity-text"
      value={value}
      isInvalid={refusal !== null}
      validationBehavior="aria"
      onChange={onChange}
    >
      <Label>{label}</Label>
      {lines === 1 ? (
        <Input className="box" autoComplete="off" lang={language} placeholder={placeholder ?? ''} />
      ) : (
        <TextArea className="box" rows={lines} lang={language} {...(areaRef === undefined ? {} : { ref: areaRef })} />
      )}
      {refusal !== null && <Refusal>{say(refusal)}</Refusal>}
    </TextField>
  );
}

interface BothProps {
  readonly label: string;
  readonly field: string;
  readonly value: Sentence;
  readonly refusals: Refusals;
  readonly onChange: (value: Sentence) => void;
  readonly lines?: number;
}

/** The same in Dutch and English, side by side where there is room. */
export function BothTexts({ label, field, value, refusals, onChange, lines = 1 }: BothProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="charity-both" aria-labelledby={id}>
      <p className="field-label" id={id}>
        {label}
      </p>
      {LANGUAGES.map((language) => (
        <Text
          key={language}
          label={t(`charity.languages.${language}`)}
          field={`${field}.${language}`}
          value={value[language]}
          refusals={refusals}
          lines={lines}
          language={language}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </fieldset>
  );
}
