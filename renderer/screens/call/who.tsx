/** The door column: who this is, which number, which gift, why now, what happened before. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../contract/procedures/call.ts';
import { ariaKeys } from '../../commands/command-button.tsx';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useSession } from '../../data/session-context.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Amount } from '../../parts/amount.tsx';
import { DonorName, nameLength } from '../../parts/donor-name.tsx';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { Icon } from '../../parts/icon.tsx';
import { Stressed } from '../../parts/stressed.tsx';
import { useCall } from './call-context.ts';
import { LineState } from './line-state.tsx';
import { OwnPhone } from './own-phone.tsx';
import './who.css';

export function Who() {
  const { t } = useTranslation();
  const { view } = useCall();
  const say = useSentence();
  const name = say(view.name);
  return (
    <aside className="door call-who" aria-label={t('call.who')}>
      <div>
        {/* Screen readers begin at the name; the keys work from there too. */}
        <h1 className="name" data-length={nameLength(name)} ref={focusOnArrival} tabIndex={-1}>
          <DonorName name={name} />
        </h1>
        <p className="sub">
          <bdi>{[view.firstName, view.town].filter((part) => part !== '').join(', ')}</bdi>
          {view.firstName !== '' || view.town !== '' ? '. ' : ''}
          <HowToSpeak view={view} />
        </p>
      </div>
      <Numbers />
      <div>
        <h2>{say(view.giftLabel)}</h2>
        <p className="fact">
          {view.giftAmount !== null && <Amount cents={view.giftAmount} />} {say(view.giftText)}
        </p>
      </div>
      <div>
        <h2>{t('call.why')}</h2>
        <p className="fact">{say(view.why)}</p>
      </div>
      {view.past.length > 0 && (
        <div className="opt">
          <h2>{t('call.past')}</h2>
          <ol className="call-past">
            {view.past.map(({ day, dayText, text }) => (
              <li key={`${day} ${text.nl}`}>
                <time dateTime={day}>{say(dayText)}</time>
                <span>{say(text)}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
      <div className="opt call-basis">
        <h2>{t('call.legalBasis')}</h2>
        <p>{say(view.legalBasis)}</p>
      </div>
    </aside>
  );
}

/** "u" or "je" for Dutch donors, and the other with one key; others are spoken to in their own language. */
function HowToSpeak({ view }: { readonly view: CallView }) {
  const { t } = useTranslation();
  const { changes } = useCall();
  const isDutch = view.language === 'nl';
  const other = view.addressForm === 'formal' ? 'informal' : 'formal';
  useCommand('call.addressForm', isDutch ? () => changes.setAddressForm(other) : null);
  if (!isDutch) return <Stressed text={t(`call.speak.${view.language}`)} />;
  return (
    <Button
      className="how-to-speak"
      aria-keyshortcuts={ariaKeys('call.addressForm')}
      onPress={() => changes.setAddressForm(other)}
    >
      <span>
        <Stressed text={t(`call.sayYou.${view.addressForm}`)} />
      </span>
      <KeycapOf command="call.addressForm" />
    </Button>
  );
}

function Numbers() {
  const { t } = useTranslation();
  const { view, memory, changes } = useCall();
  const { isPractice } = useSession();
  const say = useSentence();
  const { numbers } = view;
  if (numbers.length === 0) return <p className="call-numbers none">{t('call.noNumber')}</p>;
  return (
    <>
      <ul className="call-numbers">
        {numbers.map((number, index) => {
          const command = index === 0 ? 'call.dial' : index === 1 ? 'call.dialSecond' : null;
          const label = say(number.label);
          // The first says how many there are; those after it only what they are.
          const shown =
            index === 0 && numbers.length > 1 ? t('call.numberOf', { label, index: 1, count: numbers.length }) : label;
          return (
            <li key={number.number}>
              <Button
                className="call-phone"
                aria-keyshortcuts={command === null ? undefined : ariaKeys(command)}
                onPress={() => changes.dial(number)}
              >
                <span>
                  <span className="hush">{t('call.dialLabel')}</span>
                  <small>{shown}</small>
                  <b>
                    {memory.dialled === number.number && <Icon name="phone" />}
                    {number.display}
                  </b>
                </span>
                {command !== null && <KeycapOf command={command} />}
              </Button>
            </li>
          );
        })}
      </ul>
      <LineState />
      {!isPractice && <OwnPhone />}
    </>
  );
}
