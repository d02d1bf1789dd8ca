/** Above everything while Dankbel was started with as little as possible. */
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import './bands.css';

export function SafeBand() {
  const { t } = useTranslation();
  return (
    <aside className="told-band" aria-label={t('desk.safeLabel')}>
      <Icon name="triangle" />
      <p>{t('desk.safe')}</p>
    </aside>
  );
}
