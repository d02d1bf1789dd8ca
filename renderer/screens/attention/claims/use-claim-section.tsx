/** Who is on whom now, quietly and for a coordinator only: to take donors back from somebody who went home. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClaimItem } from '../../../../contract/procedures/claims.ts';
import { wallClock } from '../../../../domain/calendar/day.ts';
import { useClient } from '../../../data/client-context.ts';
import { useSession } from '../../../data/session-context.ts';
import { questionOf } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import type { Entry, SectionsAnswer } from '../section.ts';
import { OneClaim } from './one-claim.tsx';

export function useClaimSection(): SectionsAnswer {
  const { t } = useTranslation();
  const say = useSentence();
  const { person } = useSession();
  const isCoordinator = person.roles.includes('coordinator');
  const { data, error, refetch } = useQuery({ ...questionOf(useClient(), 'claims.list', {}), enabled: isCoordinator });

  const entryOf = (item: ClaimItem): Entry => ({
    key: `claim-${item.claimId}`,
    icon: 'person',
    title: say(item.donorName),
    lines: [item.holder ?? t('attention.claims.colleague'), t('attention.claims.until', wallClock(item.endsAt))],
    show: () => <OneClaim item={item} />,
  });
  return {
    sections: [
      {
        id: 'claims',
        needsPerson: false,
        heading: t('attention.claims.heading'),
        entries: isCoordinator ? (data?.claims ?? []).map(entryOf) : [],
      },
    ],
    isPending: isCoordinator && data === undefined && error === null,
    error: data === undefined ? error : null,
    refetch: () => void refetch(),
  };
}
