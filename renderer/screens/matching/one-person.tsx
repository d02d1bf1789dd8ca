/** Somebody of a site, and one after the other who she may be. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Match } from '../../../contract/procedures/matching.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useClient } from '../../data/client-context.ts';
import { questionOf, useAnswer } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { DonorName } from '../../parts/donor-name.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { FindDonor } from './find-donor.tsx';
import { SideBySide } from './side-by-side.tsx';
import type { Matching } from './use-matching.tsx';

interface OnePersonProps {
  readonly sourceDonorId: number;
  readonly matching: Matching;
  readonly onDone: () => void;
}

export function OnePerson({ sourceDonorId, ...rest }: OnePersonProps) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const { data: match, error } = useAnswer('matching.get', { sourceDonorId });
  return (
    <section className="side-one verify-one" aria-labelledby="match-name">
      {match !== undefined ? (
        <Person match={match} {...rest} />
      ) : error === null ? (
        <Bones className="found-bones" />
      ) : (
        <>
          <TroublePage title={t('trouble.title')} text={textOf(error)} />
          {rest.matching.undo}
        </>
      )}
    </section>
  );
}

/** The donor who was found, beside this person; nothing is asked until somebody was. */
function useBeside(sourceDonorId: number, donorId: number | null) {
  const client = useClient();
  return useQuery({
    ...questionOf(client, 'matching.beside', { sourceDonorId, donorId: donorId ?? 0 }),
    enabled: donorId !== null,
  });
}

type PersonProps = Omit<OnePersonProps, 'sourceDonorId'> & { readonly match: Match };

function Person({ match, matching, onDone }: PersonProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const { sourceDonorId, name, said } = match;
  const [at, setAt] = useState(0);
  const [soughtId, setSoughtId] = useState<number | null>(null);
  const beside = useBeside(sourceDonorId, soughtId);
  const found = soughtId === null ? undefined : beside.data;
  const others = match.candidates.filter(({ donorId }) => donorId !== found?.candidate.donorId);
  const candidates = found === undefined ? others : [found.candidate, ...others];
  const candidate = candidates[at] ?? candidates[0];
  /** Whoever was sought was for this decision: once it is taken back she is as she was. */
  const forget = (): void => {
    setAt(0);
    setSoughtId(null);
  };
  const goOn = (): void => {
    forget();
    onDone();
  };
  const notes = candidate !== undefined && candidate === found?.candidate ? found.notes : [];
  useCommand('matching.left', candidates.length > 1 ? () => setAt(Math.max(0, at - 1)) : null);
  useCommand('matching.right', candidates.length > 1 ? () => setAt(Math.min(candidates.length - 1, at + 1)) : null);
  return (
    <>
      <header>
        <p className="lbl">{t('matching.onSite', { site: match.siteName })}</p>
        <h2 className="name" id="match-name">
          <DonorName name={name} />
        </h2>
        <p className="verify-question">{say(match.giving)}</p>
      </header>
      {matching.undo}
      {beside.error !== null && <TroubleBar error={beside.error} onClose={() => setSoughtId(null)} />}
      {match.problem !== null && <Refusal>{say(match.problem)}</Refusal>}
      {candidate === undefined ? (
        <>
          <p className="match-note">{t('matching.nobody')}</p>
          <dl className="match-said">
            {said.map((each) => (
              <div key={each.name.nl}>
                <dt>{say(each.name)}</dt>
                <dd>
                  <bdi>{say(each.value)}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <SideBySide
          key={candidate.donorId}
          candidate={candidate}
          siteName={match.siteName}
          place={candidates.length > 1 ? { at: candidates.indexOf(candidate), of: candidates.length } : null}
          onStep={(by) => setAt(at + by)}
          takesFocus={candidate === found?.candidate}
        />
      )}
      {notes.map((note) => (
        <Refusal key={note.nl}>{say(note)}</Refusal>
      ))}
      <div className="verify-answers match-answers">
        {candidate !== undefined && (
          <>
            <CommandButton
              command="matching.same"
              keycap="before"
              isPending={matching.isBusy}
              onRun={() => matching.decide({ sourceDonorId, decision: 'same', donorId: candidate.donorId }, name, goOn)}
            >
              {t('matching.same')}
            </CommandButton>
            <CommandButton
              command="matching.other"
              keycap="before"
              isPending={matching.isBusy}
              onRun={() =>
                matching.decide({ sourceDonorId, decision: 'other', donorId: candidate.donorId }, name, forget)
              }
            >
              {t('matching.other')}
            </CommandButton>
          </>
        )}
        {match.state === 'new' ? (
          <CommandButton
            command="matching.new"
            keycap="before"
            isPending={matching.isBusy}
            onRun={() => matching.add(sourceDonorId, name, goOn)}
          >
            {t('matching.add')}
          </CommandButton>
        ) : (
          <CommandButton
            command="matching.new"
            keycap="before"
            isPending={matching.isBusy}
            onRun={() => matching.decide({ sourceDonorId, decision: 'new' }, name, goOn)}
          >
            {t('matching.new')}
          </CommandButton>
        )}
        <CommandButton
          command="matching.later"
          keycap="before"
          isPending={matching.isBusy}
          onRun={() => matching.decide({ sourceDonorId, decision: 'later' }, name, goOn)}
        >
          {t('matching.later')}
        </CommandButton>
      </div>
      <FindDonor
        onFound={(donorId) => {
          setSoughtId(donorId);
          setAt(0);
        }}
      />
    </>
  );
}
