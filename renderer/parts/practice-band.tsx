/** Above everything while the donors are invented: in a practice evening, or in a profile that is for practice alone. */
import { useTranslation } from 'react-i18next';
import './bands.css';

export function PracticeBand({ isEvening }: { readonly isEvening: boolean }) {
  const { t } = useTranslation();
  return (
    <aside className="practice" aria-label={t('bar.practiceLabel')}>
      <p>{t(isEvening ? 'practice.band' : 'bar.practice')}</p>
    </aside>
  );
}
