/** Aandacht: what waits, what the CRM did not take, and why; one at a time. */
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { AllArrived } from './all-arrived.tsx';
import { Items } from './items.tsx';
import { OneItem } from './one-item.tsx';
import { useRunSync } from './use-run-sync.ts';
import './attention.css';

export function AttentionScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const textOf = useTroubleText();
  const { operationId } = useParams();
  const list = useAnswer('sync.operations', {});
  const { data: status } = useAnswer('sync.status', {});
  const run = useRunSync();
  useTitle(t('attention.title'));
  useCommand('attention.leave', () => void navigate('/'));

  const operations = list.data?.operations;
  const chosen = operations?.find((operation) => operation.operationId === operationId) ?? operations?.[0];
  return (
    <>
      <Bar />
      {operations === undefined ? (
        <main className="whole-page">
          {list.error === null ? (
            <Bones className="bones-frame" />
          ) : (
            <TroublePage level={1} title={t('trouble.title')} text={`${textOf(list.error)} ${t('trouble.whatToDo')}`}>
              <CommandButton command="attention.runSync" onRun={() => void list.refetch()}>
                {t('trouble.tryAgain')}
              </CommandButton>
            </TroublePage>
          )}
        </main>
      ) : chosen === undefined ? (
        <AllArrived status={status} run={run} />
      ) : (
        <main className="attention">
          <Items operations={operations} chosen={chosen} status={status} run={run} />
          <OneItem key={chosen.operationId} item={chosen} />
        </main>
      )}
    </>
  );
}
