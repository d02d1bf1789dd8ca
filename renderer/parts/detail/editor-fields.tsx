/** The fields in which a detail is typed. */
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { DetailField } from '../../../domain/correction.ts';
import { focusOnArrival } from '../focus-on-arrival.ts';
import { CountryField } from './country-field.tsx';
import { FIELD_NAMES, type FieldName, type FieldTexts } from './correction-fields.ts';

interface EditorFieldsProps {
  readonly field: DetailField;
  readonly texts: FieldTexts;
  readonly isRefused: boolean;
  readonly onChange: (texts: FieldTexts) => void;
}

const INPUT_MODES: Partial<Record<FieldName, 'tel' | 'email'>> = { phone: 'tel', email: 'email' };

export function EditorFields({ field, texts, isRefused, onChange }: EditorFieldsProps) {
  const { t } = useTranslation();
  const names: readonly FieldName[] = FIELD_NAMES[field];
  return (
    <div className={`editor-fields ${field}`}>
      {names.map((name, index) =>
        name === 'country' ? (
          <CountryField key={name} code={texts[name] ?? ''} onChange={(code) => onChange({ ...texts, [name]: code })} />
        ) : (
          <TextField
            key={name}
            className={`field ${name}`}
            value={texts[name] ?? ''}
            isInvalid={isRefused}
            validationBehavior="aria"
            onChange={(text) => onChange({ ...texts, [name]: text })}
          >
            <Label>{t(`call.editor.${name}`)}</Label>
            <Input
              ref={index === 0 ? focusOnArrival : undefined}
              className="box"
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              inputMode={INPUT_MODES[name] ?? 'text'}
            />
          </TextField>
        ),
      )}
    </div>
  );
}
