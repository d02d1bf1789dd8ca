/** The parts of the page, each one key away. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../commands/commands-context.tsx';
import { SECTIONS, showSection } from './section.tsx';

export function PartLinks() {
  const { t } = useTranslation();
  useCommand('donors.part', (key) => {
    const id = SECTIONS[Number(key) - 1];
    if (id !== undefined) showSection(id);
  });
  return (
    <nav className="part-links" aria-label={t('donors.linksLabel')}>
      {SECTIONS.map((id, index) => (
        <Button key={id} className="part-link" onPress={() => showSection(id)} aria-keyshortcuts={String(index + 1)}>
          <kbd aria-hidden="true">{index + 1}</kbd>
          {t(`donors.links.${id}`)}
        </Button>
      ))}
    </nav>
  );
}
