/** One thing of a list at a time: chosen above, edited below, added and taken away. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { OneOf } from '../../../parts/one-of.tsx';

interface OneOfManyProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

export function OneOfMany({ label, items, chosen, onChoose, onAdd, onRemove, children }: OneOfManyProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="talk-choose">
        {items.length > 0 && (
          <OneOf
            label={label}
            value={chosen}
            options={items.map(({ id, name }) => ({ id, name: name === '' ? t('talk.nameless') : name }))}
            onChange={onChoose}
          />
        )}
        <Button className="btn" onPress={onAdd}>
          {t('talk.add')}
        </Button>
        {chosen !== null && (
          <Button className="btn" onPress={onRemove}>
            {t('talk.remove')}
          </Button>
        )}
      </div>
      {children}
    </>
  );
}
