/** Everything that can be done here and now, by its name: for whoever does not know the key yet. */
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { focusOnArrival } from '../parts/focus-on-arrival.ts';
import { useScrollable } from '../parts/use-scrollable.ts';
import { useScreens } from '../parts/use-screens.ts';
import { isWhole, type CommandId } from './catalogue.ts';
import { useCommandRegistry } from './commands-context.tsx';
import { KeycapOf } from './keycap.tsx';
import './palette.css';

interface PaletteProps {
  /** What could be done when it was opened; null while it is closed. */
  readonly commands: readonly CommandId[] | null;
  readonly onClose: () => void;
}

export function Palette({ commands, onClose }: PaletteProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className="scrim"
      isOpen={commands !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
    >
      <Modal className="palette">
        <Dialog aria-label={t('palette.title')} data-keeps-keys="">
          {commands !== null && <Choices commands={commands} onClose={onClose} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices({ commands, onClose }: { readonly commands: readonly CommandId[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { contains } = useFilter({ sensitivity: 'base' });
  const registry = useCommandRegistry();
  const navigate = useNavigate();
  const screens = useScreens();
  const list = useRef<HTMLElement>(null);
  const scrollable = useScrollable(list);
  // It goes first: a command or a screen may move the focus, and what closes would take it back.
  const runCommand = (id: CommandId): void => {
    flushSync(onClose);
    registry.run(id);
  };
  return (
    <Autocomplete filter={contains}>
      <SearchField className="palette-field" aria-label={t('palette.title')}>
        <Input ref={focusOnArrival} placeholder={t('palette.placeholder')} />
      </SearchField>
      <section className="palette-list" aria-label={t('palette.title')} ref={list} {...scrollable}>
        <Menu className="menu" aria-label={t('palette.title')} renderEmptyState={() => t('palette.nothing')}>
          {commands.filter(isWhole).map((id) => (
            <MenuItem
              key={id}
              id={id}
              className="menu-item"
              textValue={t(`commands.${id}`)}
              onAction={() => runCommand(id)}
            >
              <span>{t(`commands.${id}`)}</span>
              <KeycapOf command={id} />
            </MenuItem>
          ))}
          {screens.map(({ to, text }) => (
            <MenuItem
              key={to}
              id={to}
              className="menu-item"
              textValue={t('palette.goTo', { screen: text })}
              onAction={() => {
                flushSync(onClose);
                void navigate(to);
              }}
            >
              <span>{t('palette.goTo', { screen: text })}</span>
            </MenuItem>
          ))}
        </Menu>
      </section>
    </Autocomplete>
  );
}
