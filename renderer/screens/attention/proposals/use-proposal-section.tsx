/** Changes that verifiers may not make alone: a coordinator says yes or no. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useClient } from '../../../data/client-context.ts';
import { useSession } from '../../../data/session-context.ts';
import { questionOf } from '../../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import type { Entry, SectionsAnswer } from '../section.ts';
import { writeMoment } from '../when.ts';
import { OneProposal } from './one-proposal.tsx';

export type ProposalItem = OutputOf<'verify.proposals'>['proposals'][number];

export function useProposalSection(): SectionsAnswer {
  const { t } = useTranslation();
  const say = useSentence();
  const language = useLanguage();
  const { person, today } = useSession();
  const isCoordinator = person.roles.includes('coordinator');
  const { data, error, refetch } = useQuery({
    ...questionOf(useClient(), 'verify.proposals', {}),
    enabled: isCoordinator,
  });
  const entryOf = (item: ProposalItem): Entry => ({
    key: `proposal-${item.proposalId}`,
    icon: 'pencil',
    title: say(item.name),
    lines: [say(item.donorName), `${item.by}, ${writeMoment(item.at, today, language, t)}`],
    show: () => <OneProposal item={item} />,
  });
  return {
    sections: [
      {
        id: 'proposals',
        needsPerson: true,
        heading: t('attention.proposals.heading'),
        entries: isCoordinator ? (data?.proposals ?? []).map(entryOf) : [],
      },
    ],
    isPending: isCoordinator && data === undefined && error === null,
    error: data === undefined ? error : null,
    refetch: () => void refetch(),
  };
}
