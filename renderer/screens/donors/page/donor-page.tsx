/** What is below the answer to "why": everything else of this donor, or the question why she is looked at. */
import { useState } from 'react';
import { isReasonNeeded } from '../../../data/is-reason-needed.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { Bones } from '../../../parts/bones.tsx';
import { TroublePage } from '../../../parts/trouble-page.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { useTranslation } from 'react-i18next';
import { Corrections } from './corrections.tsx';
import { GivingPart } from './giving.tsx';
import { Household } from './household.tsx';
import { Journey } from './journey.tsx';
import { Picture } from './picture.tsx';
import { ReasonForm } from './reason-form.tsx';
import { Rights } from './rights.tsx';
import { Timeline } from './timeline.tsx';
import './page.css';

export function DonorParts({ donorId }: { readonly donorId: number }) {
  const { t } = useTranslation();
  const textOf = useTroubleText();
  const { data: page, error } = useAnswer('donor.page', { donorId });
  const [reasonFor, setReasonFor] = useState<number | null>(null);
  if (isReasonNeeded(error) && reasonFor !== donorId) setReasonFor(donorId);
  if (page === undefined) {
    // While it is asked again there is no error for a moment: who is typing a reason goes on typing.
    if (isReasonNeeded(error) || (error === null && reasonFor === donorId)) return <ReasonForm donorId={donorId} />;
    return error === null ? (
      <Bones className="found-bones" />
    ) : (
      <TroublePage title={t('trouble.title')} text={textOf(error)} />
    );
  }
  return (
    <div className="donor-parts">
      <Journey journey={page.journey} />
      <GivingPart giving={page.giving} />
      <Timeline timeline={page.timeline} />
      <Picture donorId={donorId} />
      <Corrections corrections={page.corrections} />
      <Rights donorId={donorId} rights={page.rights} />
      <Household household={page.household} />
    </div>
  );
}
