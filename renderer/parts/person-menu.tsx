/** Who is working here; behind the name: language, appearance, keys, and the way out. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import { THEMES } from '../../contract/procedures/session.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { useHelp } from '../commands/help-context.ts';
import { KeycapOf } from '../commands/keycap.tsx';
import { singleKeys, useSingleKeys } from '../commands/single-keys.ts';
import { useClient } from '../data/client-context.ts';
import { useSession } from '../data/session-context.ts';
import { questionOf } from '../data/use-answer.ts';
import { useLock } from '../data/use-lock.ts';
import { usePreferences } from '../data/use-preferences.ts';
import { usePractice } from '../practice/use-practice.ts';
import { Icon } from './icon.tsx';
import { useMenuOfScreens } from './use-menu-of-screens.ts';

export function PersonMenu() {
  const { t } = useTranslation();
  const { person, language, theme } = useSession();
  const { setLanguage, setTheme } = usePreferences();
  const areSingleKeysOn = useSingleKeys();
  const { open } = useHelp();
  const lock = useLock();
  const practice = usePractice();
  const { trigger, goTo } = useMenuOfScreens();
  const { data: telephone } = useQuery({
    ...questionOf(useClient(), 'telephone.mine', {}),
    enabled: trigger.isOpen && person.roles.some((role) => role !== 'verifier'),
  });
  const needsDevice = telephone?.needsDevice === true;
  // Nobody works on a workstation that was never connected.
  const name = person.name === '' ? t('menu.newcomer') : person.name;
  return (
    <MenuTrigger {...trigger}>
      <Button className="who-am-i" aria-label={t('menu.label', { name })}>
        <bdi className="person-name whole">{name}</bdi>
        <bdi className="person-name first">{person.firstName === '' ? name : person.firstName}</bdi>
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="menu">
          <MenuSection
            className="menu-section"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[language]}
            onSelectionChange={(keys) => setLanguage(LANGUAGES.find((id) => keys !== 'all' && keys.has(id)))}
          >
            <Header className="menu-title">{t('menu.language')}</Header>
            {LANGUAGES.map((id) => (
              <Option key={id} id={id} text={t(`menu.languages.${id}`)} lang={id} />
            ))}
          </MenuSection>
          <MenuSection
            className="menu-section"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => setTheme(THEMES.find((id) => keys !== 'all' && keys.has(id)))}
          >
            <Header className="menu-title">{t('menu.theme')}</Header>
            {THEMES.map((id) => (
              <Option key={id} id={id} text={t(`menu.themes.${id}`)} />
            ))}
          </MenuSection>
          <MenuSection
            className="menu-section"
            selectionMode="multiple"
            selectedKeys={areSingleKeysOn ? ['single-keys'] : []}
            onSelectionChange={(keys) => singleKeys.set(keys === 'all' || keys.has('single-keys'))}
          >
            <Header className="menu-title">{t('menu.keys')}</Header>
            <Option id="single-keys" text={t('menu.singleKeys')} />
          </MenuSection>
          <MenuItem className="menu-item" id="keys" textValue={t('keySettings.change')} onAction={() => goTo('/keys')}>
            <span className="mark" />
            {t('keySettings.change')}
          </MenuItem>
          {person.roles.includes('coordinator') && (
            <MenuItem
              className="menu-item"
              id="connect"
              textValue={t('menu.connect')}
              onAction={() => goTo('/connect')}
            >
              <span className="mark" />
              {t('menu.connect')}
            </MenuItem>
          )}
          {(practice.isInside || practice.begin !== null) && (
            <MenuItem
              className="menu-item"
              id="practice"
              textValue={t(practice.isInside ? 'practice.leave' : 'practice.begin')}
              onAction={practice.begin ?? practice.leave}
            >
              <span className="mark" />
              {t(practice.isInside ? 'practice.leave' : 'practice.begin')}
            </MenuItem>
          )}
          {person.name !== '' && (
            <>
              {needsDevice && (
                <MenuItem
                  className="menu-item"
                  id="device"
                  textValue={t('telephone.mine')}
                  onAction={() => goTo('/device')}
                >
                  <span className="mark" />
                  {t('telephone.mine')}
                </MenuItem>
              )}
              <MenuItem className="menu-item" id="own-pin" textValue={t('signIn.ownPin')} onAction={() => goTo('/pin')}>
                <span className="mark" />
                {t('signIn.ownPin')}
              </MenuItem>
              <MenuItem className="menu-item" id="lock" textValue={t('signIn.lock')} onAction={lock}>
                <span className="mark">
                  <Icon name="lock" />
                </span>
                {t('signIn.lock')}
                <KeycapOf command="person.lock" />
              </MenuItem>
            </>
          )}
          <MenuItem className="menu-item" id="all-keys" textValue={t('menu.allKeys')} onAction={open}>
            <span className="mark" />
            {t('menu.allKeys')}
            <KeycapOf command="help.open" />
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Option({ id, text, lang }: { readonly id: string; readonly text: string; readonly lang?: string }) {
  return (
    <MenuItem className="menu-item" id={id} textValue={text}>
      {({ isSelected }) => (
        <>
          <span className="mark">{isSelected && <Icon name="tick" />}</span>
          <span lang={lang}>{text}</span>
        </>
      )}
    </MenuItem>
  );
}
