/** For somebody whose work is on other screens. */
import { useTranslation } from 'react-i18next';

export function NoLane() {
  const { t } = useTranslation();
  return (
    <main className="whole-page">
      <section className="card">
        <h1>{t('today.empty.title')}</h1>
        <p className="soft">{t('today.empty.noLane')}</p>
      </section>
    </main>
  );
}
