/** Instellingen, Mensen en rollen: who works here and what they may; on the right the PIN and the lock. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../contract/procedures/people.ts';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { Bones } from '../../../parts/bones.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { LockPanel } from './lock-panel.tsx';
import { PassphrasePanel } from './passphrase-panel.tsx';
import { PersonForm } from './person-form.tsx';
import { PinPanel } from './pin-panel.tsx';
import { usePersonCommands } from './use-person-commands.ts';
import './people.css';

export function PeopleSettings() {
  const { data, error } = useAnswer('people.list', {});
  const textOf = useTroubleText();
  if (data !== undefined) return <Loaded answer={data} />;
  return (
    <>
      <section className="side-one settings-form">
        {error === null ? <Bones className="found-bones" /> : <p role="alert">{textOf(error)}</p>}
      </section>
      <section className="settings-effect" />
    </>
  );
}

const NEW = 0;

function Loaded({ answer }: { readonly answer: OutputOf<'people.list'> }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<number | null>(null);
  const commands = usePersonCommands(setChosen);
  const choose = (id: number): void => {
    commands.forget();
    setChosen(id);
  };
  const here = answer.people.filter(({ isActive }) => isActive);
  const gone = answer.people.filter(({ isActive }) => !isActive);
  const all = [...here, ...gone];
  const person = chosen === NEW ? null : (all.find(({ id }) => id === chosen) ?? here.find(({ isSelf }) => isSelf));
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('people.section')}</h2>
        <ul className="people-list" aria-label={t('people.list')}>
          {all.map((each) => (
            <PersonRow key={each.id} person={each} isChosen={each === person} onChoose={() => choose(each.id)} />
          ))}
          <li>
            <Button
              className="people-row"
              {...(chosen === NEW ? { 'aria-current': 'true' as const } : {})}
              onPress={() => choose(NEW)}
            >
              <b>{t('people.add')}</b>
            </Button>
          </li>
        </ul>
        <PersonForm
          key={`${person?.id ?? NEW} ${commands.undone}`}
          person={person ?? null}
          colleagues={answer.colleagues}
          commands={commands}
        />
      </section>
      <section className="settings-effect" aria-label={t('people.lockTitle')}>
        {person?.isActive === true && <PinPanel key={person.id} person={person} />}
        <LockPanel answer={answer} />
        <PassphrasePanel hasPassphrase={answer.hasPassphrase} />
      </section>
    </>
  );
}

interface PersonRowProps {
  readonly person: PersonView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PersonRow({ person, isChosen, onChoose }: PersonRowProps) {
  const { t } = useTranslation();
  const roles = person.roles.map((role) => t(`people.role.${role}`)).join(', ');
  return (
    <li>
      <Button className="people-row" {...(isChosen ? { 'aria-current': 'true' as const } : {})} onPress={onChoose}>
        <span>
          <b>
            <bdi>{person.name}</bdi>
          </b>
          {person.isSelf && <span className="meta"> {t('people.self')}</span>}
          <span className="people-roles">{roles}</span>
        </span>
        {person.isActive ? (
          <span className={person.hasPin ? 'st ok' : 'st open'}>
            <Icon name={person.hasPin ? 'lock' : 'ring'} />
            {person.hasPin ? t('people.pin') : t('people.noPin')}
          </span>
        ) : (
          <span className="st open">{t('people.left')}</span>
        )}
      </Button>
    </li>
  );
}
