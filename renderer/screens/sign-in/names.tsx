/** Everybody who works here. Whoever has no PIN is in with one key. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { Icon } from '../../parts/icon.tsx';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { useSignIn } from './use-sign-in.ts';

export type PersonHere = OutputOf<'session.people'>['people'][number];

interface NamesProps {
  readonly people: readonly PersonHere[];
  readonly onChoose: (id: number) => void;
}

export function Names({ people, onChoose }: NamesProps) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      <p className="soft">{t('signIn.intro')}</p>
      {signIn.error !== null && <TroubleBar error={signIn.error} onClose={signIn.reset} />}
      <ul className="sign-in-names" aria-label={t('signIn.people')}>
        {people.map(({ id, name, hasPin }, index) => (
          <li key={id}>
            <Button
              className="sign-in-name"
              {...(index === 0 ? { ref: focusOnArrival } : {})}
              data-pending={signIn.isPending || undefined}
              onPress={() => {
                if (hasPin) onChoose(id);
                else if (!signIn.isPending) signIn.mutate({ personId: id, pin: null });
              }}
            >
              <bdi className="name">{name}</bdi>
              {hasPin && (
                <span className="meta">
                  <Icon name="lock" />
                  {t('signIn.withPin')}
                </span>
              )}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
