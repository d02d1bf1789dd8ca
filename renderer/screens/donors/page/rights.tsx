/** Whether this donor may be called, and everything that decided it: objections and consents, none of them ever erased. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { DonorPage } from '../../../../contract/procedures/donor-page.ts';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useSession } from '../../../data/session-context.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { Evidence } from '../evidence.tsx';
import { Access } from '../privacy/access.tsx';
import { EraseForm } from '../privacy/erase-form.tsx';
import { ConsentForm } from './consent-form.tsx';
import { Section } from './section.tsx';

interface RightsProps {
  readonly donorId: number;
  readonly rights: DonorPage['rights'];
}

export function Rights({ donorId, rights }: RightsProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { person } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const isCoordinator = person.roles.includes('coordinator');
  const { hasObjected, isFlagged, basis, objections, consents } = rights;
  return (
    <Section id="rights" title={t('donors.sections.rights')}>
      <p className={`st ${hasObjected ? 'stop' : 'ok'}`}>
        <Icon name={hasObjected ? 'octagon' : 'tick'} />
        {t(hasObjected ? 'donors.rights.objects' : 'donors.rights.mayCall')}
      </p>
      <p>
        {t('donors.legalBasis')}: {say(basis)}.
      </p>
      {isFlagged && <p className="soft">{t('donors.rights.flagged')}</p>}
      <ul className="events">
        {objections.map(({ atText, by, undoneText }) => (
          <li key={say(atText)}>
            <Icon name="octagon" />
            <span>
              {t('donors.rights.objection', { at: say(atText), name: by })}
              {undoneText !== null && ` ${t('donors.rights.undone', { at: say(undoneText) })}`}
            </span>
          </li>
        ))}
        {consents.map(({ dayText, words, source, by }) => (
          <li key={`${say(dayText)} ${words}`}>
            <Icon name="tick" />
            <span>
              {t('donors.rights.consent', { day: say(dayText), source, name: by })} <q>{words}</q>
            </span>
          </li>
        ))}
      </ul>
      {isCoordinator && !isOpen && !isErasing && (
        <div className="why-do">
          <CommandButton command="donors.consent" onRun={() => setOpen(true)}>
            {t('donors.rights.newConsent')}
          </CommandButton>
          <Evidence donorId={donorId} />
          <Access donorId={donorId} />
          <Button className="btn" onPress={() => setErasing(true)}>
            {t('privacy.erase')}
          </Button>
        </div>
      )}
      {isErasing && <EraseForm donorId={donorId} onClose={() => setErasing(false)} />}
      {isOpen && <ConsentForm donorId={donorId} hasObjected={hasObjected} onClose={() => setOpen(false)} />}
    </Section>
  );
}
