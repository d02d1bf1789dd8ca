/** Who are you: the names of this workstation, and the PIN of whoever has one. Nothing of a donor is on it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useTitle } from '../../app/use-document.ts';
import { BarePage } from '../../app/bare-page.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { Bones } from '../../parts/bones.tsx';
import { PracticeBand } from '../../parts/practice-band.tsx';
import { TroublePage } from '../../parts/trouble-page.tsx';
import { useTroubleText } from '../../parts/use-trouble-text.ts';
import { ChooseLanguage } from './choose-language.tsx';
import { Names } from './names.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { PinForm } from './pin-form.tsx';
import { WipedPage } from './wiped-page.tsx';
import './sign-in.css';

const KEPT = new Set(['session.get', 'session.people']);

export function SignInScreen() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const textOf = useTroubleText();
  const { data, error } = useAnswer('session.people', {});
  const [chosen, choose] = useState<number | null>(null);
  useTitle(t('signIn.title'));
  // What the screens knew of donors goes with whoever knew it.
  useEffect(() => {
    queryClient.removeQueries({ predicate: ({ queryKey: [procedure] }) => !KEPT.has(String(procedure)) });
  }, [queryClient]);
  if (data === undefined) {
    return (
      <BarePage>
        <h1 className="hush">Dankbel</h1>
        {error === null ? (
          <Bones className="bones-frame" />
        ) : (
          <TroublePage title={t('trouble.title')} text={textOf(error)} />
        )}
      </BarePage>
    );
  }
  const person = data.people.find(({ id }) => id === chosen);
  return (
    <>
      <Look language={data.language} theme={data.theme} />
      {data.isPractice && <PracticeBand isEvening={false} />}
      <BarePage>
        <section className="sign-in">
          {data.wiped !== null ? (
            <WipedPage wiped={data.wiped} />
          ) : data.state === 'sealed' ? (
            <PassphraseForm />
          ) : person === undefined ? (
            <Names people={data.people} onChoose={choose} />
          ) : (
            <PinForm key={person.id} person={person} hasRecovery={data.hasRecovery} onBack={() => choose(null)} />
          )}
          <ChooseLanguage language={data.language} />
        </section>
      </BarePage>
    </>
  );
}

function Look(look: Parameters<typeof useDocument>[0]) {
  useDocument(look);
  return null;
}
