/** What was just done and how to take it back; stays until the next outcome. */
import { CommandButton } from '../commands/command-button.tsx';
import type { CommandId } from '../commands/catalogue.ts';
import './undo-bar.css';

interface UndoBarProps {
  readonly text: string;
  readonly action: { readonly command: CommandId; readonly label: string; readonly onRun: () => void } | null;
}

export function UndoBar({ text, action }: UndoBarProps) {
  return (
    <div className="undo">
      <output>
        <bdi>{text}</bdi>
      </output>
      {action !== null && (
        <CommandButton className="" command={action.command} onRun={action.onRun}>
          {action.label}
        </CommandButton>
      )}
    </div>
  );
}
