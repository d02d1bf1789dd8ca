/** Digits that nobody over a shoulder can read. */
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { Text } from 'react-aria-components/Text';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isRefused?: boolean;
  readonly isFirst?: boolean;
  readonly hint?: string;
  readonly onChange: (pin: string) => void;
}

const MOST_DIGITS = 8;

export function PinField({ label, value, isRefused = false, isFirst = false, hint, onChange }: PinFieldProps) {
  return (
    <TextField
      className="field pin-field"
      type="password"
      value={value}
      isInvalid={isRefused}
      validationBehavior="aria"
      onChange={(typed) => onChange(typed.replaceAll(/\D/g, '').slice(0, MOST_DIGITS))}
    >
      <Label>{label}</Label>
      <Input
        className="box"
        autoComplete="off"
        inputMode="numeric"
        spellCheck={false}
        {...(isFirst ? { ref: focusOnArrival } : {})}
      />
      {hint !== undefined && (
        <Text slot="description" className="meta">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
