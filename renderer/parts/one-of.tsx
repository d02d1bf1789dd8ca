/** One of a list that opens: a choice of more than fits in a row. */
import type { ReactNode, Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { Icon } from './icon.tsx';

interface OneOfProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** The id of an option; null while nothing was chosen. */
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly className?: string;
  readonly labelClassName?: string;
  /** In place of a value. */
  readonly placeholder?: string;
  /** Where the list opens when there is room. */
  readonly placement?: 'bottom start' | 'top start';
  readonly buttonRef?: Ref<HTMLButtonElement>;
  /** What is said about the choice. */
  readonly children?: ReactNode;
}

export function OneOf(props: OneOfProps) {
  const { label, options, value, onChange, className = '', labelClassName = 'field-label' } = props;
  const { placeholder, placement = 'bottom start', buttonRef, children } = props;
  return (
    <Select
      className={className === '' ? 'field' : `field ${className}`}
      value={value}
      onChange={(id) => {
        if (typeof id === 'string') onChange(id);
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={labelClassName}>{label}</Label>
      <Button className="box select" {...(buttonRef === undefined ? {} : { ref: buttonRef })}>
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement={placement} offset={4}>
        <ListBox className="menu">
          {options.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} className="menu-item" textValue={name}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
      {children}
    </Select>
  );
}
