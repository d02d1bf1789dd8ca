/** Every detail of the donor with its state; the arrows and a press choose one. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../i18n/use-sentence.ts';
import { StateChip, type VerifyDetail } from './pair.tsx';

interface AllDetailsProps {
  readonly details: readonly VerifyDetail[];
  readonly chosen: VerifyDetail | undefined;
  readonly onChoose: (key: string) => void;
}

export function AllDetails({ details, chosen, onChoose }: AllDetailsProps) {
  const { t } = useTranslation();
  const say = useSentence();
  return (
    <section className="verify-all" aria-labelledby="verify-all">
      <h3 id="verify-all">
        {t('verify.allDetails')} <span className="meta">{t('verify.allDetailsHow')}</span>
      </h3>
      <ol>
        {details.map(({ key, label, lines, state, was }) => (
          <li
            key={key}
            className={`verify-detail ${state}`}
            data-detail={key}
            aria-current={key === chosen?.key ? 'true' : undefined}
          >
            <Button onPress={() => onChoose(key)}>
              <span className="verify-label">{say(label)}</span>
              <span className="verify-value">
                {was !== null && (
                  <>
                    <del>
                      <bdi>{was}</bdi>
                    </del>{' '}
                  </>
                )}
                <bdi>{lines.length === 0 ? t('call.details.unknown') : lines.join(', ')}</bdi>
              </span>
              <StateChip state={state} />
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
