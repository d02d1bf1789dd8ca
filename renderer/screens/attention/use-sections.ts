/** All sections of the screen, in the order in which they are shown. A new kind of thing is added here. */
import { useClaimSection } from './claims/use-claim-section.tsx';
import { useDoubleSection } from './claims/use-double-section.tsx';
import { useNoticeSection } from './notices/use-notice-section.tsx';
import { useOutboxSections } from './outbox/use-outbox-sections.tsx';
import { useProposalSection } from './proposals/use-proposal-section.tsx';
import type { SectionsAnswer } from './section.ts';

export function useSections(): SectionsAnswer {
  const answers = [
    useOutboxSections(),
    useProposalSection(),
    useDoubleSection(),
    useClaimSection(),
    useNoticeSection(),
  ];
  const sections = answers.flatMap((answer) => answer.sections).filter(({ entries }) => entries.length > 0);
  return {
    sections: [...sections.filter(({ needsPerson }) => needsPerson), ...sections.filter((each) => !each.needsPerson)],
    isPending: answers.some(({ isPending }) => isPending),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      for (const { refetch } of answers) refetch();
    },
  };
}
