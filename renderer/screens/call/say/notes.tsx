/** The note, which saves itself as it is typed. */
import { useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Label, TextArea, TextField } from 'react-aria-components/TextField';
import { specialIn } from '../../../../domain/privacy/special-categories.ts';
import { wallClock } from '../../../../domain/calendar/day.ts';
import { ariaKeys } from '../../../commands/command-button.tsx';
import { useCommand } from '../../../commands/commands-context.tsx';
import { KeycapOf } from '../../../commands/keycap.tsx';
import { useCall } from '../call-context.ts';
import { meansDigits, NOTHING_OPEN } from '../call-mode.ts';
import { Icon } from '../../../parts/icon.tsx';

const LONGEST_NOTE = 20_000;
const LONGEST_SEEN = 16;

export function Notes() {
  const { t } = useTranslation();
  const { notes, mode, setMode } = useCall();
  const { text, status, savedAt } = useSyncExternalStore(notes.subscribe, notes.state);
  const field = useRef<HTMLTextAreaElement>(null);
  useCommand('call.notes', () => {
    if (meansDigits(mode)) setMode(NOTHING_OPEN);
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  });
  const saved =
    savedAt === null ? t('call.notes.asYouType') : t('call.notes.savedAt', { time: wallClock(savedAt).time });
  const [seen] = useMemo(() => specialIn(text), [text]);
  const beside =
    seen === undefined
      ? `${saved} ${t('call.notes.readable')}`
      : t('call.notes.seen', { words: shortened(seen.words), what: t(`call.notes.special.${seen.category}`) });
  return (
    <TextField
      className="notes"
      value={text}
      maxLength={LONGEST_NOTE}
      onChange={notes.type}
      onBlur={() => void notes.flush().catch(() => undefined)}
    >
      <div className="head">
        <Label>{t('call.notes.label')}</Label>
        <KeycapOf command="call.notes" />
        <output className="meta">
          {status === 'failed' ? (
            <span className="st att">
              <Icon name="triangle" />
              {t('call.notes.failed')}
            </span>
          ) : (
            beside
          )}
        </output>
      </div>
      <TextArea ref={field} className="box" rows={1} aria-keyshortcuts={ariaKeys('call.notes')} />
    </TextField>
  );
}

/** One quiet line: a number is known by its beginning. */
function shortened(words: string): string {
  return words.length <= LONGEST_SEEN ? words : `${words.slice(0, LONGEST_SEEN)}…`;
}
