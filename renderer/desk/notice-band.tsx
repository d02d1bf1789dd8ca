/** What happened to the program under somebody's hands: it came back by itself, and this says so. */
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useStore } from '../data/store.ts';
import { Icon } from '../parts/icon.tsx';
import '../parts/bands.css';
import type { Desk } from './desk.ts';

export function NoticeBand({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const notice = useStore(desk.notice);
  useEffect(() => {
    if (notice !== null) desk.tell({ kind: 'notice-seen' });
  }, [desk, notice]);
  if (notice === null) return null;
  return (
    <div className="told-band">
      <output>{t(`desk.notices.${notice}`)}</output>
      <Button className="trouble-close" aria-label={t('trouble.close')} onPress={() => desk.notice.set(null)}>
        <Icon name="cross" />
      </Button>
    </div>
  );
}
