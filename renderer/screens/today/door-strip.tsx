/** The strip at the foot of the door: what went wrong, or the last outcome and how to take it back. */
import { useTranslation } from 'react-i18next';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { UndoBar } from '../../parts/undo-bar.tsx';
import type { TodayActions } from './use-today-actions.ts';

export function DoorStrip({ actions }: { readonly actions: TodayActions }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { finished, error } = actions;
  if (error !== null) return <TroubleBar error={error} onClose={actions.clearError} />;
  if (finished === null) return null;
  const name = say(finished.name);
  if (finished.isUndone) return <UndoBar text={t('today.undoBar.undone', { name })} action={null} />;
  const outcome = say(OUTCOMES[finished.outcome].name);
  return (
    <UndoBar
      text={`${name}: ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}`}
      action={{ command: 'today.undo', label: t('today.undoBar.undo'), onRun: actions.undo }}
    />
  );
}
