/** One donor: every detail as it is, beside what it probably should be; then on to the next. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifyDonor } from '../../../contract/procedures/verify.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { useClient } from '../../data/client-context.ts';
import { useAnswer } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Bones } from '../../parts/bones.tsx';
import { DonorName } from '../../parts/donor-name.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { OneDetail } from './one-detail.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { useVerifyChanges } from './use-verify.ts';

interface OneDonorProps {
  readonly donorId: number;
  readonly onFinished: () => void;
}

export function OneDonor({ donorId, onFinished }: OneDonorProps) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const { data: donor, error } = useAnswer('verify.get', { donorId });
  return (
    <section className="verify-one" aria-labelledby="verify-name">
      {donor !== undefined ? (
        <Donor donor={donor} onFinished={onFinished} />
      ) : error === null ? (
        <Bones className="found-bones" />
      ) : (
        <TroublePage title={t('trouble.title')} text={textOf(error)} />
      )}
    </section>
  );
}

function Donor({ donor, onFinished }: { readonly donor: VerifyDonor; readonly onFinished: () => void }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const { donorId, details, doubts, proposals } = donor;
  const changes = useVerifyChanges(donorId);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(false);
  const [isProposing, setProposing] = useState(false);
  const finish = useMutation({ mutationFn: () => client.ask('verify.finish', { donorId }), onSuccess: onFinished });
  // What raises a question comes first; the arrows go on from there.
  const chosen =
    details.find(({ key }) => key === chosenKey) ??
    details.find(({ doubt, suggestion }) => doubt !== null || suggestion !== null) ??
    details[0];
  /** On to the next that nobody looked at; the last one stays, so that it can be taken back. */
  const goOn = (): void => {
    const at = details.findIndex(({ key }) => key === chosen?.key);
    const open = [...details.slice(at + 1), ...details.slice(0, at)].find(({ state }) => state === 'open');
    setChosenKey((open ?? chosen)?.key ?? null);
  };
  const step = (by: number): void => {
    const at = details.findIndex(({ key }) => key === chosen?.key);
    const next = details[at + by];
    if (next !== undefined) setChosenKey(next.key);
  };
  const isBusy = isTyping || isProposing;
  useCommand('verify.up', isBusy ? null : () => step(-1));
  useCommand('verify.down', isBusy ? null : () => step(1));
  return (
    <>
      <header className="verify-who">
        <h2 className="name" id="verify-name">
          <DonorName name={say(donor.name)} />
        </h2>
        <p className="meta">{donor.externalId ?? donor.crmId}</p>
      </header>
      <ul className="verify-doubts">
        {doubts.map((doubt) => (
          <li key={doubt.nl} className="st att">
            <Icon name="triangle" />
            {say(doubt)}
          </li>
        ))}
      </ul>
      {changes.error !== null && !isTyping && <TroubleBar error={changes.error} onClose={changes.clear} />}
      {finish.error !== null && <TroubleBar error={finish.error} onClose={finish.reset} />}
      <ol className="verify-details">
        {details.map((detail) => (
          <OneDetail
            key={detail.key}
            donorId={donorId}
            detail={detail}
            isChosen={detail.key === chosen?.key}
            isTyping={isTyping && detail.key === chosen?.key}
            changes={changes}
            onChoose={() => setChosenKey(detail.key)}
            onTyping={setTyping}
            onDecided={goOn}
          />
        ))}
      </ol>
      {proposals.length > 0 && (
        <ul className="verify-waiting">
          {proposals.map(({ proposalId, name, value, by }) => (
            <li key={proposalId}>
              <span className="st cor">
                <Icon name="clock" />
                {t('verify.waits')}
              </span>{' '}
              {say(name)}
              {value !== '' && `: ${value}`} <span className="meta">{by}</span>
            </li>
          ))}
        </ul>
      )}
      {isProposing ? (
        <ProposalForm donorId={donorId} changes={changes} onClose={() => setProposing(false)} />
      ) : (
        <div className="verify-do">
          <CommandButton
            className="btn go"
            command="verify.finish"
            onRun={() => finish.mutate()}
            isPending={finish.isPending}
          >
            {t('verify.finish')}
          </CommandButton>
          <CommandButton
            command="verify.propose"
            onRun={() => {
              changes.clear();
              setProposing(true);
            }}
          >
            {t('verify.propose')}
          </CommandButton>
        </div>
      )}
    </>
  );
}
