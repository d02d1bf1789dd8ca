/** Above a list on the left: which kind stands in it, each with its number, and a key that goes to the next. */
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { CommandId } from '../commands/catalogue.ts';
import { useCommand } from '../commands/commands-context.tsx';
import { KeycapOf } from '../commands/keycap.tsx';

interface KindRowsProps<Id extends string> {
  readonly label: string;
  readonly command: CommandId;
  readonly kinds: readonly { readonly id: Id; readonly name: string; readonly count: number }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

export function KindRows<Id extends string>({ label, command, kinds, chosen, onChoose }: KindRowsProps<Id>) {
  const at = kinds.findIndex(({ id }) => id === chosen);
  const choose = (kind: { readonly id: Id } | undefined): void => {
    if (kind !== undefined) onChoose(kind.id);
  };
  useCommand(command, () => choose(kinds[(at + 1) % kinds.length]));
  return (
    <>
      <p className="field-label">
        {label} <KeycapOf command={command} />
      </p>
      <ToggleButtonGroup
        className="kind-rows"
        aria-label={label}
        orientation="vertical"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => choose(kinds.find(({ id }) => keys.has(id)))}
      >
        {kinds.map(({ id, name, count }) => (
          <ToggleButton key={id} id={id} className="kind-row">
            {name}
            <span className="kind-count">{count}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </>
  );
}
