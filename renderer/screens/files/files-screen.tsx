/** Bestanden: donors and gifts in from a file, what was brought in before, and files out. */
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useTitle } from '../../app/use-document.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { Bar } from '../../parts/bar.tsx';
import { BringIn } from './bring-in.tsx';
import { Earlier } from './earlier.tsx';
import { TakeOut } from './take-out.tsx';
import './files.css';

const SECTIONS = ['in', 'earlier', 'out'] as const;

export function FilesScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { section: asked } = useParams();
  const section = SECTIONS.find((each) => each === asked) ?? 'in';
  const show = (step: number): void => {
    const next = SECTIONS[SECTIONS.indexOf(section) + step];
    if (next !== undefined) void navigate(`/files/${next}`, { replace: true, flushSync: true });
  };
  useTitle(t('files.title'));
  useCommand('files.leave', () => void navigate('/'));
  useCommand('files.previous', () => show(-1));
  useCommand('files.next', () => show(1));
  return (
    <>
      <Bar />
      <main className="beside files">
        <nav className="side-list" aria-label={t('files.title')}>
          <h1>{t('files.title')}</h1>
          <ul>
            {SECTIONS.map((each) => (
              <li key={each}>
                <Link to={`/files/${each}`} replace aria-current={each === section ? 'true' : undefined}>
                  <b>{t(`files.sections.${each}`)}</b>
                  <small>{t(`files.about.${each}`)}</small>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section className="side-one files-one" aria-labelledby="files-section">
          <h2 id="files-section">{t(`files.headings.${section}`)}</h2>
          {section === 'in' && <BringIn />}
          {section === 'earlier' && <Earlier />}
          {section === 'out' && <TakeOut />}
        </section>
      </main>
    </>
  );
}
