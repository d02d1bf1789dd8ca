/** Instellingen, Privacy: how long things are kept, what would go now, and who was erased. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../data/use-answer.ts';
import { Bones } from '../../../parts/bones.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { Certificate } from './certificate.tsx';
import { Erasures } from './erasures.tsx';
import { RetentionForm } from './retention-form.tsx';
import { RetentionEffect } from './retention-effect.tsx';
import { useRetentionDraft } from './use-retention-draft.ts';
import './privacy.css';

export function PrivacySettings() {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const { data, error } = useAnswer('retention.get', {});
  const draft = useRetentionDraft(data?.settings);
  const [certificate, setCertificate] = useState<string | null>(null);
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('privacy.section')}</h2>
        <p className="privacy-intro">{t('privacy.intro')}</p>
        {data !== undefined ? (
          <RetentionForm answer={data} draft={draft} />
        ) : error === null ? (
          <Bones className="found-bones" />
        ) : (
          <p role="alert">{textOf(error)}</p>
        )}
        {certificate === null ? (
          <Erasures onOpen={setCertificate} />
        ) : (
          <Certificate key={certificate} erasureId={certificate} onClose={() => setCertificate(null)} />
        )}
      </section>
      <section className="settings-effect" aria-label={t('privacy.previewTitle')}>
        <h2 className="t">{t('privacy.previewTitle')}</h2>
        {data !== undefined && <RetentionEffect answer={data} draft={draft} />}
      </section>
    </>
  );
}
