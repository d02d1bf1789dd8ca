/** The search box and whom it found; the arrows go through them while somebody types. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { donorOfLink } from '../../../domain/donor-link.ts';
import { subjectOf } from '../../../domain/search/why-question.ts';
import type { OutputOf } from '../../../contract/index.ts';
import { useCommand } from '../../commands/commands-context.tsx';
import { KeycapOf } from '../../commands/keycap.tsx';
import { useClient } from '../../data/client-context.ts';
import { createStore, useStore } from '../../data/store.ts';
import { questionOf } from '../../data/use-answer.ts';
import { useSentence } from '../../i18n/use-sentence.ts';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import { TroubleBar } from '../../parts/trouble-bar.tsx';
import { isWholeNumber, WhoCalled } from './who-called.tsx';
import { useIsTypingInForm } from './typing-elsewhere.ts';

type Found = OutputOf<'donor.search'>['donors'][number];

/** Of one key nobody can tell anything. */
const FEWEST_KEYS = 2;

/** It is there again when somebody looked elsewhere meanwhile. */
const typed = createStore('');

export function DonorSearch({ chosen }: { readonly chosen: number | null }) {
  const { t } = useTranslation();
  const client = useClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement | null>(null);
  const text = useStore(typed);
  const subject = subjectOf(text).trim();
  const question = questionOf(client, 'donor.search', { text: subject });
  const { data, error, refetch } = useQuery({
    ...question,
    enabled: subject.length >= FEWEST_KEYS && donorOfLink(subject) === null,
    placeholderData: keepPreviousData,
  });
  const found = subject.length >= FEWEST_KEYS ? (data?.donors ?? []) : [];
  const step = (by: number): void => {
    const index = found.findIndex(({ donorId }) => donorId === chosen);
    const next = found[index < 0 ? 0 : index + by];
    if (next !== undefined) void navigate(`/donors/${next.donorId}`, { replace: true, flushSync: true });
  };
  useCommand('donors.search', () => box.current?.select());
  const isElsewhere = useIsTypingInForm();
  useCommand('donors.previous', isElsewhere ? null : () => step(-1));
  useCommand('donors.next', isElsewhere ? null : () => step(1));
  const linked = donorOfLink(text.trim());
  // Enter before the answer has come means the first of that answer, and not of what stands there still.
  const openFirst = async (): Promise<void> => {
    if (linked !== null) return void navigate(`/donors/crm/${linked}`);
    if (subject.length < FEWEST_KEYS) return;
    const [first] = (await queryClient.ensureQueryData(question)).donors;
    if (first !== undefined) void navigate(`/donors/${first.donorId}`, { replace: true });
  };
  useCommand('donors.open', isElsewhere ? null : () => void openFirst().catch(() => undefined));
  return (
    <nav className="side-list donor-search" aria-label={t('donors.search')}>
      <h1>{t('donors.heading')}</h1>
      <TextField className="field" value={text} onChange={(next) => typed.set(next)}>
        <Label>
          {t('donors.search')} <KeycapOf command="donors.search" />
        </Label>
        <Input
          ref={(input) => {
            box.current = input;
            if (chosen === null && text === '') focusOnArrival(input);
          }}
          className="box"
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('donors.placeholder')}
        />
      </TextField>
      {error !== null && <TroubleBar error={error} onClose={() => void refetch()} />}
      <p className="meta" aria-live="polite">
        {linked !== null
          ? t('donors.link')
          : subject.length < FEWEST_KEYS
            ? t('donors.how')
            : data !== undefined && t('donors.found', { count: found.length })}
        {data?.hasMore === true && found.length > 0 && ` ${t('donors.more')}`}
      </p>
      {isWholeNumber(subject) && <WhoCalled number={subject} />}
      <ul>
        {found.map((donor) => (
          <FoundDonor key={donor.donorId} donor={donor} isChosen={donor.donorId === chosen} />
        ))}
      </ul>
    </nav>
  );
}

function FoundDonor({ donor, isChosen }: { readonly donor: Found; readonly isChosen: boolean }) {
  const { t } = useTranslation();
  const say = useSentence();
  const { donorId, externalId, crmId, name, address, number } = donor;
  const known = say(name).trim();
  return (
    <li>
      <Link to={`/donors/${donorId}`} replace aria-current={isChosen ? 'true' : undefined}>
        <b>
          <bdi>{known === '' ? t('donors.numbered', { number: externalId ?? crmId ?? donorId }) : known}</bdi>
        </b>
        <small>
          <bdi>{[address, number, externalId].filter((part) => part !== null && part !== '').join(' · ')}</bdi>
        </small>
      </Link>
    </li>
  );
}
