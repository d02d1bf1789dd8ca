/** A screen that stands or falls with one answer: its bones while it comes, what is the matter when it does not. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandId } from '../commands/catalogue.ts';
import { CommandButton } from '../commands/command-button.tsx';
import { Bar } from './bar.tsx';
import { Bones } from './bones.tsx';
import { TroublePage } from './trouble-page.tsx';
import { useTroubleText } from './use-trouble-text.ts';

interface Props<Value> {
  readonly answer: { readonly data: Value | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  /** The key that asks once more when no answer came. */
  readonly again?: CommandId;
  readonly children: (value: Value) => ReactNode;
}

export function AnswerPage<Value>({ answer: { data, error, refetch }, again, children }: Props<Value>) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  return (
    <>
      <Bar />
      {data === undefined ? (
        <main className="whole-page">
          {error === null ? (
            <Bones className="bones-frame" />
          ) : (
            <TroublePage level={1} title={t('trouble.title')} text={textOf(error)}>
              {again !== undefined && (
                <CommandButton command={again} onRun={() => void refetch()}>
                  {t('trouble.tryAgain')}
                </CommandButton>
              )}
            </TroublePage>
          )}
        </main>
      ) : (
        children(data)
      )}
    </>
  );
}
