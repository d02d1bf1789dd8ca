/** The backend no longer knows this page. What is on the screen stays, so that nothing typed is lost. */
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import './bands.css';

export function DisconnectedBand() {
  const { t } = useTranslation();
  return (
    <div className="disconnected" role="alert">
      <Icon name="triangle" />
      {t('trouble.disconnected')}
    </div>
  );
}
