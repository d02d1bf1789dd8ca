/** A workstation is lost: revoke it, and make the report for the data-protection officer. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { WorkstationView } from '../../../../contract/procedures/workstations.ts';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { savePdf } from '../../../data/save-pdf.ts';
import { useLanguage } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';

export function LostPanel({ workstation: { id, who, state, isSelf } }: { readonly workstation: WorkstationView }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => client.ask('workstations.revoke', { id }),
    onSuccess: () => {
      setAsking(false);
      return refreshTopics(queryClient, ['workstations', 'audit']);
    },
  });
  const report = useMutation({
    mutationFn: () => client.ask('workstations.report', { id, language }),
    onSuccess: ({ pdf }) => savePdf(pdf),
  });
  const error = revoke.error ?? report.error;
  return (
    <>
      <div className="people-panel">
        <h2 className="t">{t('workstations.lost')}</h2>
        {error !== null && (
          <TroubleBar
            error={error}
            onClose={() => {
              revoke.reset();
              report.reset();
            }}
          />
        )}
        {state !== 'working' ? (
          <p className="soft">{t(`workstations.after.${state}`)}</p>
        ) : isAsking ? (
          <>
            <p>{t(isSelf ? 'workstations.sureSelf' : 'workstations.sure', { who })}</p>
            <div className="people-do">
              <Button
                className="btn go"
                data-pending={revoke.isPending || undefined}
                onPress={() => {
                  if (!revoke.isPending) revoke.mutate();
                }}
              >
                {t('workstations.revokeYes')}
              </Button>
              <Button className="btn" onPress={() => setAsking(false)}>
                {t('workstations.revokeNo')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p className="soft">{t('workstations.revokeText')}</p>
            <div className="people-do">
              <Button className="btn" onPress={() => setAsking(true)}>
                {t('workstations.revoke')}
              </Button>
            </div>
          </>
        )}
      </div>
      <div className="people-panel">
        <h2 className="t">{t('workstations.reportTitle')}</h2>
        <p className="soft">{t('workstations.reportText')}</p>
        <div className="people-do">
          <Button
            className="btn"
            data-pending={report.isPending || undefined}
            onPress={() => {
              if (!report.isPending) report.mutate();
            }}
          >
            {t('workstations.report')}
          </Button>
        </div>
        {report.isSuccess && (
          <output className="st ok">
            <Icon name="tick" />
            {t('workstations.reportSaved')}
          </output>
        )}
      </div>
    </>
  );
}
