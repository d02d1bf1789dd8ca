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
import { AllDetails } from './all-details.tsx';
import { Answers } from './answers.tsx';
import { Pair } from './pair.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { TypedDetail } from './typed-detail.tsx';
import { useVerifyChanges } from './use-verify.ts';

interface OneDonorProps {
  readonly donorId: number;
  /** Who comes after this one as the queue is now; null when nobody does. */
  readonly next: number | null;
  readonly onFinished: (next: number | null) => void;
}

export function OneDonor({ donorId, ...queue }: OneDonorProps) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const { data: donor, error } = useAnswer('verify.get', { donorId });
  return (
    <section className="side-one verify-one" aria-labelledby="verify-name">
      {donor !== undefined ? (
        <Donor donor={donor} {...queue} />
      ) : error === null ? (
        <Bones className="found-bones" />
      ) : (
        <TroublePage title={t('trouble.title')} text={textOf(error)} />
      )}
    </section>
  );
}

type DonorProps = Omit<OneDonorProps, 'donorId'> & { readonly donor: VerifyDonor };

function Donor({ donor, next, onFinished }: DonorProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const { donorId, details, doubts, proposals } = donor;
  const changes = useVerifyChanges(donorId);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(false);
  const [isProposing, setProposing] = useState(false);
  const finish = useMutation({
    // Who comes next is settled when the key is pressed: the queue can be another one before this is answered.
    mutationFn: (_next: number | null) => client.ask('verify.finish', { donorId }),
    onSuccess: (_, following) => onFinished(following),
  });
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
  const { doubt = null, suggestion = null } = chosen ?? {};
  // Of the other details, and of how long ago it all was looked at.
  const others = doubts.filter((each) => each.nl !== doubt?.nl);
  return (
    <>
      <header className="verify-who">
        <h2 className="name" id="verify-name">
          <DonorName name={say(donor.name)} />
        </h2>
        <p className="meta">{donor.externalId ?? donor.crmId}</p>
        {!isProposing && (
          <CommandButton
            command="verify.propose"
            onRun={() => {
              changes.clear();
              setProposing(true);
            }}
          >
            {t('verify.propose')}
          </CommandButton>
        )}
      </header>
      {chosen !== undefined && (
        <p className="verify-question">{doubt === null ? t(`verify.ask.${chosen.field}`) : say(doubt)}</p>
      )}
      {changes.error !== null && !isTyping && <TroubleBar error={changes.error} onClose={changes.clear} />}
      {finish.error !== null && <TroubleBar error={finish.error} onClose={finish.reset} />}
      {isProposing ? (
        <ProposalForm donorId={donorId} changes={changes} onClose={() => setProposing(false)} />
      ) : (
        chosen !== undefined && (
          <Pair
            key={chosen.key}
            donor={donor}
            detail={chosen}
            form={
              isTyping ? (
                <TypedDetail
                  donorId={donorId}
                  detail={chosen}
                  changes={changes}
                  onSaved={goOn}
                  onClose={() => setTyping(false)}
                />
              ) : null
            }
          />
        )
      )}
      <div className="verify-more">
        <section aria-labelledby="verify-why">
          <h3 id="verify-why">{t('verify.why')}</h3>
          <ul className="verify-reasons">
            {suggestion !== null && (
              <li>
                <Icon name="pencil" />
                {say(suggestion.why)}
              </li>
            )}
            {others.map((each) => (
              <li key={each.nl}>
                <Icon name="triangle" />
                {say(each)}
              </li>
            ))}
            {proposals.map(({ proposalId, name, value, by }) => (
              <li key={proposalId}>
                <Icon name="clock" />
                <span>
                  <span className="st cor">{t('verify.waits')}</span> {say(name)}
                  {value !== '' && `: ${value}`} <span className="meta">{by}</span>
                </span>
              </li>
            ))}
            {suggestion === null && others.length === 0 && proposals.length === 0 && (
              <li className="soft none">{t('verify.whyNothing')}</li>
            )}
          </ul>
        </section>
        <AllDetails details={details} chosen={chosen} onChoose={setChosenKey} />
      </div>
      {!isProposing && (
        <Answers
          donorId={donorId}
          detail={chosen}
          changes={changes}
          isTyping={isTyping}
          onTyping={() => setTyping(true)}
          onDecided={goOn}
          onFinish={() => finish.mutate(next)}
          isFinishing={finish.isPending}
        />
      )}
    </>
  );
}
