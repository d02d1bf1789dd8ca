/** The list cannot be read: what is the matter, what is safe, what you can do. */
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/command-button.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';

export function TodayTrouble({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  return (
    <TroublePage title={t('trouble.title')} text={`${textOf(error)} ${t('trouble.whatToDo')}`}>
      <CommandButton command="today.retry" onRun={onRetry}>
        {t('trouble.tryAgain')}
      </CommandButton>
    </TroublePage>
  );
}
