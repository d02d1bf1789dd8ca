/**
 * A donor that was clicked in the CRM. Her page opens by itself, but never in the middle of a call: then it waits until
 * the caller says so. Whoever practises has no real donors to open.
 */
import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { isPracticeWindow } from '../data/practice-window.ts';
import { useStore } from '../data/store.ts';
import '../parts/bands.css';
import type { Desk } from './desk.ts';

export function DonorLink({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const crmId = useStore(desk.link);
  const navigate = useNavigate();
  const isPractising = isPracticeWindow();
  const mustWait = useLocation().pathname.startsWith('/call/') || isPractising;
  useEffect(() => {
    // The address is ahead of the screen for a moment: whoever has just begun a call is in it.
    if (crmId === null || mustWait || window.location.hash.startsWith('#/call/')) return;
    takeLink(desk);
    void navigate(addressOf(crmId));
  }, [desk, crmId, mustWait, navigate]);
  if (crmId === null || !mustWait) return null;
  return (
    <div className="told-band">
      <output>{t(isPractising ? 'desk.linkPractice' : 'desk.linkWaits')}</output>
      {!isPractising && (
        <Button
          className="btn"
          onPress={() => {
            takeLink(desk);
            void navigate(addressOf(crmId));
          }}
        >
          {t('desk.linkOpen')}
        </Button>
      )}
      <Button className="btn" onPress={() => takeLink(desk)}>
        {t('desk.linkLater')}
      </Button>
    </div>
  );
}

function takeLink(desk: Desk): void {
  desk.tell({ kind: 'link-taken' });
  desk.link.set(null);
}

function addressOf(crmId: number): string {
  return `/donors/crm/${crmId}`;
}
