/** One setting: a number with its unit, a switch, one of a few, or several of a few. */
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { Sentence } from '../../../domain/language.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { changeDraft, type Draft } from './drafts.ts';
import { isNumeric, writeTyped, type FieldView } from './typed-value.ts';
import { Refusal } from '../../parts/refusal.tsx';

interface FieldEditorProps {
  readonly section: string;
  readonly field: FieldView;
  readonly draft: Draft | undefined;
  readonly refusal: Sentence | null;
}

export function FieldEditor({ section, field, draft, refusal }: FieldEditorProps) {
  const change = (next: Draft): void => changeDraft(section, field.id, next);
  return (
    <div className="setting">
      {isNumeric(field) ? (
        <NumberEditor field={field} draft={draft} isRefused={refusal !== null} onChange={change} />
      ) : field.kind === 'switch' ? (
        <SwitchEditor field={field} draft={draft} onChange={change} />
      ) : field.kind === 'choice' ? (
        <ChoiceEditor field={field} draft={draft} onChange={change} />
      ) : (
        <SeveralEditor field={field} draft={draft} onChange={change} />
      )}
      <Beside field={field} refusal={refusal} />
    </div>
  );
}

/** What cannot be, or else what holds by default where something else was chosen. */
function Beside({ field, refusal }: { readonly field: FieldView; readonly refusal: Sentence | null }) {
  const { t } = useTranslation();
  const say = useSentence();
  if (refusal !== null) {
    return <Refusal>{say(refusal)}</Refusal>;
  }
  if (JSON.stringify(field.value) === JSON.stringify(field.standard)) return null;
  return <p className="meta">{t('settings.standard', { value: say(field.standardText) })}</p>;
}

interface EditorProps {
  readonly field: FieldView;
  readonly draft: Draft | undefined;
  readonly onChange: (next: Draft) => void;
}

function NumberEditor({ field, draft, isRefused, onChange }: EditorProps & { readonly isRefused: boolean }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { unit } = field;
  const text = typeof draft === 'string' ? draft : writeTyped(field, field.value, language);
  const unitText = unit === null || unit === 'cents' ? '' : t(`settings.units.${unit}`);
  return (
    <TextField
      className="setting-number"
      value={text}
      isInvalid={isRefused}
      validationBehavior="aria"
      onChange={onChange}
    >
      <Label>
        {say(field.name)}
        <span className="hush"> {unit === 'cents' ? '(€)' : unitText === '' ? '' : `(${unitText})`}</span>
      </Label>
      <span className="setting-box">
        {unit === 'cents' && <span aria-hidden="true">€</span>}
        <Input
          className="box"
          inputMode={unit === 'cents' ? 'decimal' : 'numeric'}
          autoComplete="off"
          placeholder={field.kind === 'optional-number' ? t('settings.noLimit') : ''}
        />
        {unitText !== '' && <span aria-hidden="true">{unitText}</span>}
      </span>
    </TextField>
  );
}

function SwitchEditor({ field, draft, onChange }: EditorProps) {
  const say = useSentence();
  const isOn = typeof draft === 'boolean' ? draft : field.value === true;
  return (
    <Checkbox className="tick-box" isSelected={isOn} onChange={onChange}>
      <span className="tick-box-mark">{isOn && <Icon name="tick" />}</span>
      {say(field.name)}
    </Checkbox>
  );
}

function ChoiceEditor({ field, draft, onChange }: EditorProps) {
  const say = useSentence();
  const chosen = typeof draft === 'string' ? draft : String(field.value);
  return (
    <div className="setting-number">
      <span className="setting-name" id={`setting-${field.id}`}>
        {say(field.name)}
      </span>
      <ToggleButtonGroup
        className="segments"
        aria-labelledby={`setting-${field.id}`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => onChange(field.options.find(({ id }) => keys.has(id))?.id ?? chosen)}
      >
        {field.options.map(({ id, name }) => (
          <ToggleButton key={id} id={id} className="segment">
            {say(name)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function SeveralEditor({ field, draft, onChange }: EditorProps) {
  const say = useSentence();
  const chosen = Array.isArray(draft) ? draft : Array.isArray(field.value) ? field.value : [];
  return (
    <CheckboxGroup className="setting-several" value={[...chosen]} onChange={onChange}>
      <Label>{say(field.name)}</Label>
      {field.options.map(({ id, name }) => (
        <Checkbox key={id} value={id} className="tick-box">
          <span className="tick-box-mark">{chosen.includes(id) && <Icon name="tick" />}</span>
          {say(name)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
