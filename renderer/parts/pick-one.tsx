/** One of a few that all stand there, each with what it means: a choice that somebody makes once, and reads first. */
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import './pick-one.css';

interface PickOneProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly name: string; readonly more: string }[];
  readonly onChange: (id: Id) => void;
}

export function PickOne<Id extends string>({ label, value, options, onChange }: PickOneProps<Id>) {
  return (
    <RadioGroup className="pick-one" value={value} onChange={(id) => onChange(id as Id)}>
      <Label className="field-label">{label}</Label>
      {options.map(({ id, name, more }) => (
        <Radio key={id} value={id} className="pick-one-option">
          <b>{name}</b>
          <small>{more}</small>
        </Radio>
      ))}
    </RadioGroup>
  );
}
