/** A key: typed or pasted, never shown again. */
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { Text } from 'react-aria-components/Text';

interface SecretFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly isRefused: boolean;
  readonly onChange: (text: string) => void;
}

export function SecretField({ label, hint, value, isRefused, onChange }: SecretFieldProps) {
  return (
    <TextField
      className="field"
      type="password"
      value={value}
      isInvalid={isRefused}
      validationBehavior="aria"
      onChange={onChange}
    >
      <Label>{label}</Label>
      <Input className="box" autoComplete="off" spellCheck={false} />
      <Text slot="description" className="meta">
        {hint}
      </Text>
    </TextField>
  );
}
