/** The donor with this number in the CRM: her page, or that she is not on this workstation. The CRM is not asked. */
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { Bar } from '../../parts/bar.tsx';
import { Bones } from '../../parts/bones.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';

export function DonorOfCrm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const textOf = useTroubleText();
  const crmId = Number(useParams()['crmId']);
  const { data, error } = useAnswer('donor.ofCrm', { crmId });
  useTitle(t('donors.title'));
  if (data !== undefined && data.donorId !== null) return <Navigate to={`/donors/${data.donorId}`} replace />;
  return (
    <>
      <Bar />
      {data === undefined && error === null ? (
        <Bones className="bones-frame" />
      ) : (
        <main className="whole-page">
          <TroublePage
            level={1}
            title={t(error === null ? 'desk.unknownTitle' : 'trouble.title')}
            text={error === null ? t('desk.unknownText', { number: crmId }) : textOf(error)}
          >
            <CommandButton command="donors.leave" onRun={() => void navigate('/')}>
              {t('bar.toToday')}
            </CommandButton>
          </TroublePage>
        </main>
      )}
    </>
  );
}
