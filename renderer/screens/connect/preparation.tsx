/** What the administrator of Salesforce makes ready first, once: without it nobody can sign in. */
import { useTranslation } from 'react-i18next';
import { CALLBACK_ADDRESSES } from '../../../domain/salesforce/callback.ts';

export function Preparation() {
  const { t } = useTranslation();
  return (
    <section className="found" aria-labelledby="connect-before">
      <h2 className="t" id="connect-before">
        {t('connect.before.title')}
      </h2>
      <ol className="connect-steps">
        <li>{t('connect.before.fields')}</li>
        <li>{t('connect.before.permissions')}</li>
        <li>
          {t('connect.before.app')}
          <ul className="connect-codes">
            {CALLBACK_ADDRESSES.map((address) => (
              <li key={address}>
                <code>{address}</code>
              </li>
            ))}
          </ul>
        </li>
        <li>{t('connect.before.signIn')}</li>
      </ol>
      <p className="soft">{t('connect.before.sandbox')}</p>
    </section>
  );
}
