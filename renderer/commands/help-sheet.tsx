/** All keys, read from the catalogue of commands. */
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useScrollable } from '../parts/use-scrollable.ts';
import { COMMAND_IDS, SCREENS, definitionOf, screenOf, type CommandId } from './catalogue.ts';
import { Keycap } from './keycap.tsx';
import { useKeysOf } from './own-keys.ts';
import './help-sheet.css';

interface HelpSheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export function HelpSheet({ isOpen, onOpenChange }: HelpSheetProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="sheet">
        <Dialog>
          <header className="sheet-head">
            <Heading slot="title" level={2}>
              {t('help.title')}
            </Heading>
            <p className="soft">
              {t('help.intro')}{' '}
              <Link to="/keys" onClick={() => onOpenChange(false)}>
                {t('keySettings.change')}
              </Link>
            </p>
            <Button className="btn" slot="close">
              {t('help.close')} <Keycap written="Escape" />
            </Button>
          </header>
          <Groups />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Groups() {
  const { t } = useTranslation();
  const groups = useRef<HTMLElement>(null);
  const scrollable = useScrollable(groups);
  return (
    <section className="sheet-body" aria-label={t('help.title')} ref={groups} {...scrollable}>
      <div className="sheet-groups">
        {SCREENS.map((screen) => (
          <section key={screen}>
            <h3>{t(`help.groups.${screen}`)}</h3>
            <dl>
              {COMMAND_IDS.filter((id) => screenOf(id) === screen && definitionOf(id).keys.length > 0).map((id) => (
                <CommandRow key={id} id={id} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </section>
  );
}

function CommandRow({ id }: { readonly id: CommandId }) {
  const { t } = useTranslation();
  const keys = useKeysOf(id);
  const [first = ''] = keys;
  // Digits are listed from the first to the last; of keys that do the same, one is enough.
  const last = keys.every((key) => /^\d$/.test(key)) ? keys.at(-1) : first;
  return (
    <div>
      <dt>
        <Keycap written={first} isReadOut />
        {last !== undefined && last !== first && (
          <>
            {t('help.to')}
            <Keycap written={last} isReadOut />
          </>
        )}
      </dt>
      <dd>{t(`commands.${id}`)}</dd>
    </div>
  );
}
