/** The right-hand column: every detail is confirmed, corrected, or was not asked; nothing is ever assumed. */
import { Fragment, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../commands/commands-context.tsx';
import { Keycap, KeycapOf } from '../../../commands/keycap.tsx';
import { useSentence } from '../../../i18n/use-sentence.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useCall } from '../call-context.ts';
import { Benefits } from './benefits.tsx';
import { DetailRow, type Detail } from './detail-row.tsx';
import { Editor } from './editor.tsx';
import { EnvelopePreview } from './envelope.tsx';
import { Wishes } from './wishes.tsx';
import './details.css';

export function Details() {
  const { t } = useTranslation();
  const say = useSentence();
  const { view, mode, setMode } = useCall();
  const region = useRef<HTMLElement>(null);
  const { details } = view;
  // What is typed is shown beside where it is typed.
  const isTypingEnvelope =
    mode.kind === 'editor' && details.some((detail) => detail.key === mode.detailKey && isOnEnvelope(detail));
  const checked = details.filter(({ state }) => state !== 'not-asked').length;
  const firstOpen = details.find(({ state }) => state === 'not-asked') ?? details[0];

  const focusRow = (key: string | undefined): void => {
    const row = rowsOf(region.current).find(({ dataset }) => dataset['detail'] === key);
    row?.querySelector<HTMLElement>('.chip')?.focus();
  };
  const focusNextOpen = (after: string): void => {
    const rest = details.slice(details.findIndex(({ key }) => key === after) + 1);
    focusRow(rest.find(({ state }) => state === 'not-asked')?.key);
  };
  const move = (step: number): void => {
    const current = details.findIndex(({ key }) => key === focusedDetail());
    focusRow(details[Math.max(0, current + step)]?.key);
  };
  useCommand('call.previousDetail', () => move(-1));
  useCommand('call.nextDetail', () => move(1));
  useCommand('call.details', firstOpen === undefined ? null : () => focusRow(firstOpen.key));
  useCommand(
    'call.correct',
    firstOpen === undefined ? null : () => setMode({ kind: 'editor', detailKey: focusedDetail() ?? firstOpen.key }),
  );

  return (
    <section className="check" aria-label={t('call.details.region')} ref={region}>
      <header>
        <h2 className="t">{t('call.details.title')}</h2>
        <span className="meta">{t('call.details.checked', { count: checked, all: details.length })}</span>
      </header>
      <p className="check-keys">
        <span>
          <KeycapOf command="call.details" />
          {t('call.details.hint.walk')}
        </span>
        <span>
          <Keycap written="Enter" />
          {t('call.details.hint.confirm')}
        </span>
        <span>
          <KeycapOf command="call.correct" />
          {t('call.details.hint.correct')}
        </span>
      </p>
      <div className="rows">
        {details.map((detail) =>
          mode.kind === 'editor' && mode.detailKey === detail.key ? (
            <Fragment key={`${detail.key} editor`}>
              <Editor detail={detail} />
              {isOnEnvelope(detail) && <EnvelopePreview />}
            </Fragment>
          ) : (
            <DetailRow key={detail.key} detail={detail} onConfirmed={focusNextOpen} />
          ),
        )}
      </div>
      <Benefits />
      <Wishes />
      <output className="notice">
        {view.notice !== null && (
          <>
            <Icon name="arrows" />
            {say(view.notice)}
          </>
        )}
      </output>
      {!isTypingEnvelope && <EnvelopePreview />}
    </section>
  );
}

function isOnEnvelope({ field }: Detail): boolean {
  return field === 'name' || field === 'address';
}

function rowsOf(region: HTMLElement | null): readonly HTMLElement[] {
  return [...(region?.querySelectorAll<HTMLElement>('[data-detail]') ?? [])];
}

/** The key of the detail that has the focus. */
function focusedDetail(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-detail]')?.dataset['detail'] ?? null;
}
