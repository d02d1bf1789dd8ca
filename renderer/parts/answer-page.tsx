/** A screen that stands or falls with one answer: its bones while it comes, what is the matter when it does not. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from './bar.tsx';
import { Bones } from './bones.tsx';
import { TroublePage } from './trouble-page.tsx';
import { useTroubleText } from './use-trouble-text.ts';

interface Props<Value> {
  readonly answer: { readonly data: Value | undefined; readonly error: Error | null };
  readonly children: (value: Value) => ReactNode;
}

export function AnswerPage<Value>({ answer: { data, error }, children }: Props<Value>) {
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
            <TroublePage level={1} title={t('trouble.title')} text={textOf(error)} />
          )}
        </main>
      ) : (
        children(data)
      )}
    </>
  );
}
