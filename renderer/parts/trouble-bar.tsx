/** Says that something did not go as asked. Stays until it is closed or something else succeeds; never in the way. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { useTroubleText } from './use-trouble-text.ts';
import './trouble.css';

export function TroubleBar({ error, onClose }: { readonly error: Error; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  return (
    <div className="trouble-bar" role="alert">
      <Icon name="triangle" />
      <p>{textOf(error)}</p>
      <Button className="trouble-close" aria-label={t('trouble.close')} onPress={onClose}>
        <Icon name="cross" />
      </Button>
    </div>
  );
}
