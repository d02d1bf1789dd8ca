/** Donateurs: find somebody, and hear why she is or is not on a list. "Waarom staat … niet op mijn lijst?" may be typed. */
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { Bar } from '../../parts/bar.tsx';
import { DonorSearch } from './donor-search.tsx';
import { Why } from './why.tsx';
import './donors.css';

export function DonorsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { donorId } = useParams();
  useTitle(t('donors.title'));
  useCommand('donors.leave', () => void navigate('/'));
  const chosen = donorId === undefined ? null : Number(donorId);
  return (
    <>
      <Bar />
      <main className="beside donors">
        <DonorSearch chosen={chosen} />
        <section className="side-one why" aria-label={t('donors.answer')}>
          {chosen === null || !Number.isSafeInteger(chosen) ? (
            <p className="soft">{t('donors.nobody')}</p>
          ) : (
            <Why key={chosen} donorId={chosen} />
          )}
        </section>
      </main>
    </>
  );
}
