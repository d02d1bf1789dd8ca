/** A key, drawn as it looks on the keyboard. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CommandId } from './catalogue.ts';
import { useKeysOf } from './own-keys.ts';

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

/** A key in a sentence: "Shift B", "→". */
export function writtenName(written: string, t: TFunction): string {
  return written
    .split('+')
    .map((part) => (part === 'Shift' ? t('keys.shift') : (SIGNS[part] ?? part)))
    .join(' ');
}

/** The first key of a command; nothing for one without keys. */
export function KeycapOf(props: { readonly command: CommandId; readonly isReadOut?: boolean }) {
  const { command, isReadOut = false } = props;
  const [first] = useKeysOf(command);
  return first === undefined ? null : <Keycap written={first} isReadOut={isReadOut} />;
}
