/** Screens that are needed less often, behind one word, so that the bar fits in the smallest window. */
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Icon } from './icon.tsx';
import { useMenuOfScreens } from './use-menu-of-screens.ts';

export interface MoreScreen {
  readonly to: string;
  readonly text: string;
}

export function MoreMenu({ screens }: { readonly screens: readonly MoreScreen[] }) {
  const { t } = useTranslation();
  const { trigger, goTo } = useMenuOfScreens();
  const { pathname } = useLocation();
  const here = screens.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <MenuTrigger {...trigger}>
      <Button className="more-screens" aria-current={here === undefined ? false : 'page'}>
        {here?.text ?? t('bar.more')}
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu className="menu" aria-label={t('bar.more')}>
          {screens.map(({ to, text }) => (
            <MenuItem key={to} id={to} className="menu-item" textValue={text} onAction={() => goTo(to)}>
              <span className="mark">{to === here?.to && <Icon name="tick" />}</span>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
