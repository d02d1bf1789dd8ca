/** One certificate: what was erased, how, and what stays; as PDF; and letting the donor in again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { savePdf } from '../../../data/save-pdf.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { focusOnArrival } from '../../../parts/focus-on-arrival.ts';
import { PrivacySections } from '../../../parts/privacy-sections.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';

interface CertificateProps {
  readonly erasureId: string;
  readonly onClose: () => void;
}

export function Certificate({ erasureId, onClose }: CertificateProps) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const language = useLanguage();
  const { data } = useAnswer('erasure.certificate', { erasureId });
  const [isSure, setSure] = useState(false);
  const print = useMutation({
    mutationFn: () => client.ask('erasure.paper', { erasureId, language }),
    onSuccess: savePdf,
  });
  const lift = useMutation({
    mutationFn: () => client.ask('erasure.lift', { erasureId }),
    onSuccess: async () => {
      setSure(false);
      await refreshTopics(queryClient, ['erasure']);
    },
  });
  const error = print.error ?? lift.error;
  return (
    <div className="privacy-erasures">
      <h3 ref={focusOnArrival} tabIndex={-1}>
        {t('privacy.certificate')}
      </h3>
      {error !== null && (
        <TroubleBar
          error={error}
          onClose={() => {
            print.reset();
            lift.reset();
          }}
        />
      )}
      {data === undefined ? <Bones className="found-bones" /> : <PrivacySections sections={data.sections} />}
      {isSure && <p>{t('privacy.liftMore')}</p>}
      <div className="privacy-do">
        <Button className="btn" data-pending={print.isPending || undefined} onPress={() => print.mutate()}>
          {t('privacy.certificatePdf')}
        </Button>
        <Button className="btn" onPress={onClose}>
          {t('privacy.toList')}
        </Button>
        {data?.canLift === true && (
          <Button
            className="btn"
            data-pending={lift.isPending || undefined}
            onPress={() => {
              if (!isSure) setSure(true);
              else if (!lift.isPending) lift.mutate();
            }}
          >
            {t(isSure ? 'privacy.liftSure' : 'privacy.lift')}
          </Button>
        )}
      </div>
    </div>
  );
}
