/** The programmes, and what holds for all of them, on the left. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../commands/commands-context.tsx';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { OWN_GROUPS } from './own-sections.tsx';
import type { SectionView } from './typed-value.ts';

interface SectionListProps {
  readonly sections: readonly SectionView[];
  /** The id of the section that is shown. */
  readonly chosen: string;
  /** Sections with something that is not saved yet. */
  readonly change: Readonly<Record<string, unknown>>;
  readonly onStep: (step: number) => void;
}

const GROUPS = ['call', 'task', 'general'] as const;

export function SectionList({ sections, chosen, change, onStep }: SectionListProps) {
  const { t } = useTranslation();
  useCommand('settings.previous', () => onStep(-1));
  useCommand('settings.next', () => onStep(1));
  const list = useRef<HTMLElement>(null);
  // Who came by an address sees where that is.
  useEffect(() => {
    list.current?.querySelector(`a[href$="/${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <nav className="side-list settings-list" aria-label={t('settings.list')} ref={list}>
      <h1>{t('settings.title')}</h1>
      {GROUPS.map((group) => (
        <div key={group}>
          <h2>{t(`settings.groups.${group}`)}</h2>
          <ul>
            {sections
              .filter((section) => section.group === group)
              .map((section) => (
                <SectionLink
                  key={section.id}
                  section={section}
                  isChosen={section.id === chosen}
                  isChanged={Object.hasOwn(change, section.id)}
                />
              ))}
          </ul>
        </div>
      ))}
      {OWN_GROUPS.map(({ heading, sections: own }, index) => (
        <div key={heading(t)}>
          <h2>{heading(t)}</h2>
          <ul>
            {own.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/settings/${id}`} replace aria-current={id === chosen ? 'true' : undefined}>
                  <b>{name(t)}</b>
                </Link>
              </li>
            ))}
            {index === OWN_GROUPS.length - 1 && (
              <li>
                <Link to="/keys">
                  <b>{t('keySettings.title')}</b>
                </Link>
              </li>
            )}
          </ul>
        </div>
      ))}
    </nav>
  );
}

interface SectionLinkProps {
  readonly section: SectionView;
  readonly isChosen: boolean;
  readonly isChanged: boolean;
}

function SectionLink({ section, isChosen, isChanged }: SectionLinkProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const isOn = section.fields.find(({ id }) => id === 'isOn')?.value;
  const name = say(section.name);
  return (
    <li>
      <Link to={`/settings/${section.id}`} replace aria-current={isChosen ? 'true' : undefined}>
        <b>{name.slice(0, 1).toUpperCase() + name.slice(1)}</b>
        {isChanged ? (
          <span className="st cor">
            <Icon name="pencil" />
            {t('settings.changed')}
          </span>
        ) : (
          isOn === false && (
            <span className="st open">
              <Icon name="ring" />
              {t('settings.off')}
            </span>
          )
        )}
      </Link>
    </li>
  );
}
