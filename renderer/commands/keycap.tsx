/** A key, drawn as it looks on the keyboard. */
import { useTranslation } from 'react-i18next';
import { definitionOf, type CommandId } from './catalogue.ts';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

interface KeycapProps {
  readonly written: string;
  /** Beside a button it is silent: the button says its shortcut itself. In a list of keys it is read out. */
  readonly isReadOut?: boolean;
}

export function Keycap({ written, isReadOut = false }: KeycapProps) {
  const { t } = useTranslation();
  return (
    <span className="keycap" aria-hidden={!isReadOut}>
      {written.split('+').map((part) => (
        <kbd key={part}>{part === 'Shift' ? t('keys.shift') : (SIGNS[part] ?? part)}</kbd>
      ))}
    </span>
  );
}

/** The first key of a command. */
export function KeycapOf({ command }: { readonly command: CommandId }) {
  return <Keycap written={definitionOf(command).keys[0] ?? ''} />;
}
