/** The end of a question that cannot be taken back lightly: what went wrong with it, sure, or not. */
import type { ReactNode } from 'react';
import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../parts/refusal.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';

interface SureOrNotProps {
  /** What would be done, in words: the name of this part of the page. */
  readonly name: string;
  /** What the button that does it says. */
  readonly sure: string;
  readonly doing: Pick<UseMutationResult<unknown, Error, void>, 'error' | 'isPending' | 'mutate'>;
  readonly onNot: () => void;
  /** What would go and what would stay, a paragraph each. */
  readonly children: ReactNode;
}

export function SureOrNot({ name, sure, doing, onNot, children }: SureOrNotProps) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  return (
    <section className="files-undo" aria-label={name}>
      {children}
      {doing.error !== null && <Refusal>{textOf(doing.error)}</Refusal>}
      <div className="files-do">
        <Button
          className="btn go"
          data-pending={doing.isPending || undefined}
          onPress={() => {
            if (!doing.isPending) doing.mutate();
          }}
        >
          {sure}
        </Button>
        <Button className="btn" onPress={onNot}>
          {t('files.undoNot')}
        </Button>
      </div>
    </section>
  );
}
