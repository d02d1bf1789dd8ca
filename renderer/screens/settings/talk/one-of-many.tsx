/** One thing of a list at a time: chosen above, edited below, added and taken away. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../parts/icon.tsx';

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
          <Select
            className="field"
            value={chosen}
            onChange={(id) => {
              if (typeof id === 'string') onChoose(id);
            }}
          >
            <Label>{label}</Label>
            <Button className="box select">
              <SelectValue />
              <Icon name="down" />
            </Button>
            <Popover className="popover">
              <ListBox className="menu">
                {items.map(({ id, name }) => (
                  <ListBoxItem key={id} id={id} className="menu-item" textValue={name}>
                    {name === '' ? t('talk.nameless') : name}
                  </ListBoxItem>
                ))}
              </ListBox>
            </Popover>
          </Select>
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
