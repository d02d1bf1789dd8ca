/** The door: the one person you are about to speak to, and the key that calls. */
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OutputOf } from '../../../contract/index.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useSession } from '../../data/session-context.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { Amount } from '../../parts/amount.tsx';
import { DonorName, nameLength } from '../../parts/donor-name.tsx';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { Icon } from '../../parts/icon.tsx';
import { Speech } from '../../parts/speech.tsx';
import { useScrollable } from '../../parts/use-scrollable.ts';
import { DoorStrip } from './door-strip.tsx';
import type { TodayActions } from './use-today-actions.ts';

type Next = NonNullable<OutputOf<'today.get'>['next']>;

export function Door({ next, actions }: { readonly next: Next; readonly actions: TodayActions }) {
  const { t } = useTranslation();
  const say = useSentence();
  const text = useRef<HTMLDivElement>(null);
  const scrollable = useScrollable(text);
  const isBegun = next.callItemId !== null;
  const turn = isBegun
    ? t('today.door.begun')
    : t(next.programme === 'callback' ? 'today.door.promised' : 'today.door.turn');
  const name = say(next.name);
  return (
    <article className="door on-today" aria-label={t('today.door.label')}>
      <div className="door-text" ref={text} {...scrollable}>
        <p className="turn">{turn}</p>
        <h2 className="name" data-length={nameLength(name)}>
          <DonorName name={name} />
        </h2>
        <p className="sub">
          <bdi>{next.fullName}</bdi>
          {next.town !== '' && `, ${next.town}`}
        </p>
        <dl>
          <Fact term={say(next.giftLabel)}>
            {next.giftAmount !== null && <Amount cents={next.giftAmount} />} {say(next.giftText)}
          </Fact>
          <Fact term={t('today.door.why')}>{say(next.why)}</Fact>
          {next.past.length > 0 && (
            <Fact term={t('today.door.past')} className="door-past">
              {next.past.map(say).join('. ')}.
            </Fact>
          )}
        </dl>
        <p className="first" lang={next.firstWordsLanguage}>
          ‘<Speech text={next.firstWords} name={next.name[next.firstWordsLanguage]} />’
        </p>
      </div>
      <DoorButtons next={next} isBegun={isBegun} actions={actions} />
      <DoorStrip actions={actions} />
    </article>
  );
}

function Fact(props: { readonly term: string; readonly className?: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className={props.className}>{props.term}</dt>
      <dd className={props.className}>{props.children}</dd>
    </>
  );
}

interface DoorButtonsProps {
  readonly next: Next;
  readonly isBegun: boolean;
  readonly actions: TodayActions;
}

function DoorButtons({ next, isBegun, actions }: DoorButtonsProps) {
  const { t } = useTranslation();
  const { partOfDay, person } = useSession();
  const navigate = useNavigate();
  const mayBrief = person.roles.some((role) => role === 'director' || role === 'coordinator');
  // Of a major gift there is a page on paper; of everybody the page of the donor.
  const isBriefed = next.programme === 'major-call' && mayBrief;
  return (
    <div className="act">
      <CommandButton
        // Once: whoever comes next, the focus is not taken from what somebody is doing.
        ref={focusOnArrival}
        className="btn go"
        command="today.call"
        onRun={actions.begin}
        isPending={actions.isBeginning}
      >
        <Icon name="phone" />
        {isBegun ? t('today.door.continue') : t('today.door.call', { number: next.number })}
      </CommandButton>
      {!isBegun && (
        <CommandButton command="today.postpone" onRun={actions.postpone}>
          {t(`today.door.later.${partOfDay}`)}
        </CommandButton>
      )}
      <CommandButton
        command="today.story"
        onRun={() => void navigate(isBriefed ? `/briefing/${next.donorId}` : `/donors/${next.donorId}`)}
      >
        {t(isBriefed ? 'today.door.briefing' : 'today.door.story')}
      </CommandButton>
    </div>
  );
}
