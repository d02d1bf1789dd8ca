/** Screens that are needed less often, behind one word, so that the bar fits in the smallest window. */
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Icon } from './icon.tsx';

export interface MoreScreen {
  readonly to: string;
  readonly text: string;
}

export function MoreMenu({ screens }: { readonly screens: readonly MoreScreen[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const here = screens.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <MenuTrigger>
      <Button className="more-screens" aria-current={here === undefined ? false : 'page'}>
        {here?.text ?? t('bar.more')}
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu className="menu" aria-label={t('bar.more')}>
          {screens.map(({ to, text }) => (
            <MenuItem key={to} id={to} className="menu-item" textValue={text} onAction={() => void navigate(to)}>
              <span className="mark">{to === here?.to && <Icon name="tick" />}</span>
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
