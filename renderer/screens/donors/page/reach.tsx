/** Where the donor can be reached, and what must be known before anything else. */
import { useTranslation } from 'react-i18next';
import type { DonorPage } from '../../../../contract/procedures/donor-page.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Envelope } from '../../../parts/envelope.tsx';
import { Icon } from '../../../parts/icon.tsx';

const FLAGS = ['isDeceased', 'isRemoved', 'hasComplaint', 'doesNotWantEmail', 'doesNotWantPost'] as const;

export function Reach({ donorId }: { readonly donorId: number }) {
  const { data: page } = useAnswer('donor.page', { donorId });
  return page === undefined ? null : <ReachOf page={page} />;
}

function ReachOf({ page }: { readonly page: DonorPage }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { address, envelope, numbers, emails, flags, fullName, name } = page;
  const whole = name !== null && say(name) === fullName ? '' : fullName;
  const isOnEnvelope = envelope.length > 0;
  return (
    <div className="reach">
      {isOnEnvelope && <Envelope label={t('call.details.envelope')} lines={envelope} />}
      <p>
        {[whole, isOnEnvelope ? '' : address, ...emails]
          .filter((line) => line !== '')
          .map((line) => (
            <bdi key={line}>{line}</bdi>
          ))}
        {numbers.map(({ display, isWrong }) => (
          <bdi key={display}>{isWrong ? <del>{display}</del> : display}</bdi>
        ))}
      </p>
      {FLAGS.some((flag) => flags[flag]) && (
        <p className="reach-flags">
          {FLAGS.filter((flag) => flags[flag]).map((flag) => (
            <span key={flag} className="st att">
              <Icon name="triangle" />
              {t(`donors.flags.${flag}`)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
