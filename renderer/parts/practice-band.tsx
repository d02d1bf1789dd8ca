/** Above everything while the donors are invented. */
import { useTranslation } from 'react-i18next';
import './bands.css';

export function PracticeBand() {
  const { t } = useTranslation();
  return (
    <aside className="practice" aria-label={t('bar.practiceLabel')}>
      <p>{t('bar.practice')}</p>
    </aside>
  );
}
