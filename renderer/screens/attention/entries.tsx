/** The list on the left: what needs a person first, then what only waits. */
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SyncStatus } from '../../../contract/procedures/sync.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useSession } from '../../data/session-context.ts';
import { countWord } from '../../i18n/typography.ts';
import { useLanguage, useSentence } from '../../i18n/use-sentence.ts';
import { Icon } from '../../parts/icon.tsx';
import { SideLinks } from '../../parts/side-links.tsx';
import { SignInAgain } from '../../parts/sign-in-again.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import type { Entry, Section } from './section.ts';
import type { RunSync } from './use-run-sync.ts';

interface EntriesProps {
  readonly sections: readonly Section[];
  readonly chosen: Entry;
  readonly status: SyncStatus | undefined;
  readonly run: RunSync;
}

export function Entries({ sections, chosen, status, run }: EntriesProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const navigate = useNavigate();
  const isCoordinator = useSession().person.roles.includes('coordinator');
  const ordered = sections.flatMap(({ entries }) => entries);
  const index = ordered.indexOf(chosen);
  const show = (entry: Entry | undefined): void => {
    if (entry !== undefined) void navigate(`/attention/${entry.key}`, { replace: true });
  };
  useCommand('attention.previous', () => show(ordered[index - 1]));
  useCommand('attention.next', () => show(ordered[index + 1]));

  const needed = sections.filter(({ needsPerson }) => needsPerson).flatMap(({ entries }) => entries);
  const waiting = sections.find(({ id }) => id === 'waiting')?.entries ?? [];
  const count = needed.length > 0 ? needed.length : waiting.length;
  const word = countWord(count, language);
  return (
    <nav className="side-list items" aria-label={t('attention.list')}>
      <h1>
        {needed.length > 0
          ? t('attention.things', { count, word })
          : waiting.length > 0
            ? t('attention.waitingOnly', { count, word })
            : sections[0]?.heading}
      </h1>
      {status !== undefined && (
        <p className="soft">
          {status.problem === null ? t('attention.rest', { count: status.applied }) : say(status.problem)}
        </p>
      )}
      <div className="items-do">
        {status?.needsSignIn === true && isCoordinator ? (
          <SignInAgain isUrgent />
        ) : (
          <CommandButton command="attention.runSync" onRun={run.run} isPending={run.isRunning}>
            {t('attention.runSync')}
          </CommandButton>
        )}
      </div>
      {run.error !== null && <TroubleBar error={run.error} onClose={run.clear} />}
      {sections.map((section, place) => (
        <SectionList key={section.id} section={section} chosen={chosen} hasHeading={place > 0} />
      ))}
    </nav>
  );
}

interface SectionListProps {
  readonly section: Section;
  readonly chosen: Entry;
  readonly hasHeading: boolean;
}

function SectionList({ section, chosen, hasHeading }: SectionListProps) {
  return (
    <>
      {hasHeading && <h2>{section.heading}</h2>}
      <SideLinks
        items={section.entries}
        toOf={({ key }) => `/attention/${key}`}
        isChosen={(entry) => entry === chosen}
        className={section.needsPerson ? undefined : 'waiting'}
      >
        {(entry) => (
          <>
            <Icon name={entry.icon} />
            <b>
              <bdi>{entry.title}</bdi>
            </b>
            <small>
              {entry.lines.map((line) => (
                <bdi key={line}>{line}</bdi>
              ))}
            </small>
          </>
        )}
      </SideLinks>
    </>
  );
}
