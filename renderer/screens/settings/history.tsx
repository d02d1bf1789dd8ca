/** Who changed what, newest first. The last change can be taken back, and stays in the history. */
import { useTranslation } from 'react-i18next';
import { wallClock } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSession } from '../../data/session-context.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import type { Saving } from './use-version-saving.ts';

type Version = OutputOf<'settings.programmes'>['history'][number];

interface HistoryProps {
  readonly history: readonly Version[];
  readonly saving: Saving;
  /** Absent: those of the programmes. */
  readonly words?: { readonly saved: string; readonly none: string; readonly how: string };
}

export function History({ history, saving, words }: HistoryProps) {
  const { t } = useTranslation();
  const { saved, none, how } = words ?? {
    saved: t('settings.saved'),
    none: t('settings.history.none'),
    how: t('settings.history.how'),
  };
  return (
    <>
      <h2 className="t">{t('settings.history.title')}</h2>
      {saving.error !== null && <TroubleBar error={saving.error} onClose={saving.clear} />}
      {saving.hasJustSaved && (
        <output className="st ok">
          <Icon name="tick" />
          {saved}
        </output>
      )}
      <p className="soft">{history.length === 0 ? none : how}</p>
      <ol className="settings-history" reversed>
        {history.map((version, index) => (
          <Entry key={version.number} version={version} saving={index === 0 ? saving : null} />
        ))}
      </ol>
    </>
  );
}

/** @param saving for the newest, which alone can be taken back */
function Entry({ version, saving }: { readonly version: Version; readonly saving: Saving | null }) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { today } = useSession();
  const { day, time } = wallClock(version.at);
  return (
    <li>
      <p className="meta">
        {t('settings.history.who', { name: version.by, on: writeDay(day, language, { today }), time })}
        {version.undoes !== null && ` ${t('settings.history.undoes')}`}
      </p>
      {version.changes.map((change) => (
        <p key={change.en}>{say(change)}</p>
      ))}
      {saving !== null && (
        <CommandButton
          command="settings.undo"
          onRun={saving.undo}
          isPending={saving.isSaving}
          {...(saving.hasJustSaved ? { ref: focusOnArrival } : {})}
        >
          {t('settings.history.undo')}
        </CommandButton>
      )}
    </li>
  );
}
