/** A button that does what a command does, and shows its key. */
import type { ReactNode, Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CommandId } from './catalogue.ts';
import { useCommand } from './commands-context.tsx';
import { KeycapOf } from './keycap.tsx';
import { keysOf } from './own-keys.ts';

interface CommandButtonProps {
  readonly command: CommandId;
  readonly onRun: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** A keycap stands before a choice and after an action. */
  readonly keycap?: 'before' | 'after';
  readonly isPending?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function CommandButton(props: CommandButtonProps) {
  const { command, onRun, children, className = 'btn', keycap = 'after', isPending = false, ref } = props;
  // A second press while the first is carried out does nothing. What the wait is for is shown by the screen itself.
  const run = (): void => {
    if (!isPending) onRun();
  };
  useCommand(command, run);
  return (
    <Button
      {...(ref === undefined ? {} : { ref })}
      className={className}
      onPress={run}
      data-pending={isPending || undefined}
      aria-keyshortcuts={ariaKeys(command)}
    >
      {keycap === 'before' && <KeycapOf command={command} />}
      {children}
      {keycap === 'after' && <KeycapOf command={command} />}
    </Button>
  );
}

/** As `aria-keyshortcuts` wants it: "Control+Enter". */
export function ariaKeys(command: CommandId): string {
  return keysOf(command)
    .map((key) => key.replace('Ctrl', 'Control'))
    .join(' ');
}
