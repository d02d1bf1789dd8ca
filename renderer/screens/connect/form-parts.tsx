/** What both forms of the connect screen are made of: sent as one, and what became of it. */
import type { FormEvent, ReactNode } from 'react';
import { Form } from 'react-aria-components/Form';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/icon.tsx';
import { Refusal } from '../../parts/refusal.tsx';

interface FormProps {
  readonly label: string;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

export function ConnectForm({ label, onSend, children }: FormProps) {
  return (
    <Form
      className="connect-form"
      aria-label={label}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
    </Form>
  );
}

interface PlainFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly isUrl?: boolean;
  readonly isInvalid?: boolean;
  readonly isReadOnly?: boolean;
  readonly inputRef?: (input: HTMLInputElement | null) => void;
}

/** What nobody's browser fills in or corrects. */
export function PlainField({
  label,
  value,
  onChange,
  hint,
  placeholder = '',
  isUrl = false,
  isInvalid = false,
  isReadOnly = false,
  inputRef,
}: PlainFieldProps) {
  return (
    <TextField
      className="field"
      value={value}
      isInvalid={isInvalid}
      isReadOnly={isReadOnly}
      validationBehavior="aria"
      onChange={onChange}
    >
      <Label>{label}</Label>
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        className="box"
        autoComplete="off"
        spellCheck={false}
        inputMode={isUrl ? 'url' : 'text'}
        placeholder={placeholder}
      />
      {hint !== undefined && (
        <Text slot="description" className="meta">
          {hint}
        </Text>
      )}
    </TextField>
  );
}

interface OutcomeProps {
  readonly trouble: string | null;
  readonly isFetching: boolean;
  readonly children: ReactNode;
}

/** What became of it, and below it the button. */
export function Outcome({ trouble, isFetching, children }: OutcomeProps) {
  const { t } = useTranslation();
  return (
    <>
      {trouble !== null && <Refusal>{trouble}</Refusal>}
      {isFetching && (
        <output className="st ok">
          <Icon name="tick" />
          {t('connect.fetching')}
        </output>
      )}
      {/* A form with two fields is sent by Enter only when it has such a button. */}
      <input type="submit" hidden />
      {children}
    </>
  );
}
