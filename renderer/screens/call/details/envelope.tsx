/** The address as it will be on the envelope, with what was corrected marked. */
import { useTranslation } from 'react-i18next';
import { useCall } from '../call-context.ts';
import { newWords } from '../../../parts/detail/changed-words.ts';
import { MarkedLine } from '../../../parts/detail/marked-line.tsx';

export function Envelope() {
  const { t } = useTranslation();
  const { view } = useCall();
  if (view.envelope.length === 0) return null;
  const corrected = view.details.filter(
    ({ state, field }) => state === 'corrected' && (field === 'address' || field === 'name'),
  );
  const fresh = new Set(corrected.flatMap(({ oldText, text }) => [...newWords(oldText ?? '', text)]));
  return (
    <figure className="envelope" aria-label={t('call.details.envelope')}>
      <span className="stamp" />
      {view.envelope.map((line) => (
        <p key={line}>
          <MarkedLine line={line} fresh={fresh} />
        </p>
      ))}
    </figure>
  );
}
