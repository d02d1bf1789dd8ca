/** The shape of what is coming, in the place where it will be. Nothing at all for the first moment. */
import { useTranslation } from 'react-i18next';
import { BONES_AFTER_MILLISECONDS, useAfter } from './use-after.ts';
import './bones.css';

export function Bones({ className }: { readonly className: string }) {
  const { t } = useTranslation();
  const isLate = useAfter(BONES_AFTER_MILLISECONDS);
  return (
    <div className={`bones ${className}`} aria-busy="true">
      {isLate && (
        <>
          <output className="hush">{t('trouble.loading')}</output>
          <span className="bone bone-small" />
          <span className="bone bone-name" />
          <span className="bone bone-half" />
          <span className="bone bone-line" />
          <span className="bone bone-line" />
          <span className="bone bone-action" />
        </>
      )}
    </div>
  );
}
