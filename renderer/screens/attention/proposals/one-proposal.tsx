/** One proposal: what it changes, who says so and why; one key for yes, one for no. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../../commands/command-button.tsx';
import { useClient } from '../../../data/client-context.ts';
import { refreshTopics } from '../../../data/query-client.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { DonorName } from '../../../parts/donor-name.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { TroubleBar } from '../../../parts/trouble-bar.tsx';
import { Fact } from '../outbox/facts.tsx';
import type { ProposalItem } from './use-proposal-section.tsx';

export function OneProposal({ item }: { readonly item: ProposalItem }) {
  const { t } = useTranslation();
  const say = useSentence();
  const client = useClient();
  const queryClient = useQueryClient();
  const { proposalId, kind, name, value, reason, by } = item;
  const decide = useMutation({
    mutationFn: (isYes: boolean) => client.ask('verify.decide', { proposalId, isYes }),
    onSettled: () => refreshTopics(queryClient, ['verify', 'sync']),
  });
  return (
    <>
      <h2 className="name" id="attention-donor">
        <DonorName name={say(item.donorName)} />
      </h2>
      <p className="q">{t(`attention.proposals.consequences.${kind}`)}</p>
      <section className="side alone" aria-labelledby="attention-proposal">
        <h3 id="attention-proposal">
          <Icon name="pencil" />
          {say(name)}
        </h3>
        {value !== '' && <p className="val">{value}</p>}
        <dl>
          <Fact term={t('attention.who')}>
            <bdi>{by}</bdi>
          </Fact>
          <Fact term={t('attention.proposals.reason')}>
            <bdi>{reason}</bdi>
          </Fact>
        </dl>
        <div className="item-do">
          {decide.error !== null && <TroubleBar error={decide.error} onClose={decide.reset} />}
          <CommandButton
            className="choice"
            keycap="before"
            command="decision.yes"
            onRun={() => decide.mutate(true)}
            isPending={decide.isPending}
          >
            <span>
              <b>{t('attention.proposals.yes')}</b> <small>{t('attention.proposals.yesMore')}</small>
            </span>
          </CommandButton>
          <CommandButton
            className="choice"
            keycap="before"
            command="decision.no"
            onRun={() => decide.mutate(false)}
            isPending={decide.isPending}
          >
            <span>
              <b>{t('attention.proposals.no')}</b> <small>{t('attention.proposals.noMore')}</small>
            </span>
          </CommandButton>
        </div>
      </section>
    </>
  );
}
