/** Instellingen, Postcoderegister: how much is known, and a file to load. Nothing waits for it. */
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAnswer } from '../../../data/use-answer.ts';
import { useLanguage, useSentence } from '../../../i18n/use-sentence.ts';
import { Bones } from '../../../parts/bones.tsx';
import { useTroubleText } from '../../../parts/use-trouble-text.ts';
import { useRegisterUpload } from './use-register-upload.ts';
import { Refusal } from '../../../parts/refusal.tsx';
import './register.css';

const EXAMPLE = ['postcode;huisnummer;straat;plaats', '8031XD;39;Wilgenhof;Zwolle', '8031XD;41;Wilgenhof;Zwolle'];

export function RegisterSettings() {
  const { t } = useTranslation();
  const { data: state, error } = useAnswer('postcodes.state', {});
  const textOf = useTroubleText();
  return (
    <>
      <section className="side-one settings-form" aria-labelledby="settings-section">
        <h2 id="settings-section">{t('register.title')}</h2>
        <p className="register-intro">{t('register.intro')}</p>
        {state !== undefined ? (
          <Loading state={state} />
        ) : error === null ? (
          <Bones className="found-bones" />
        ) : (
          <p role="alert">{textOf(error)}</p>
        )}
      </section>
      <section className="settings-effect" aria-label={t('register.fileTitle')}>
        <h2 className="t">{t('register.fileTitle')}</h2>
        <p className="register-intro">{t('register.file')}</p>
        <pre className="register-example">{EXAMPLE.join('\n')}</pre>
        <p className="register-intro">{t('register.where')}</p>
      </section>
    </>
  );
}

function Loading({ state }: { readonly state: OutputOf<'postcodes.state'> }) {
  const { t } = useTranslation();
  const counted = useCounted();
  const { send, sent, isTooLarge, error } = useRegisterUpload();
  const isBusy = sent !== null || state.reading !== null;
  return (
    <>
      <output className="register-state">
        <b>{state.postcodes === 0 ? t('register.none') : t('register.known', counted(state.postcodes))}</b>
        <What state={state} sent={sent} />
      </output>
      <FileTrigger
        acceptedFileTypes={['.csv', 'text/csv', '.txt']}
        onSelect={(files) => {
          const [file] = files ?? [];
          if (file !== undefined && !isBusy) send(file);
        }}
      >
        <Button className="btn" data-pending={isBusy || undefined}>
          {t(state.postcodes === 0 ? 'register.choose' : 'register.chooseOther')}
        </Button>
      </FileTrigger>
      <WhyNot state={state} isTooLarge={isTooLarge} error={error} />
    </>
  );
}

/** A number for its plural, and as it is written: "478.912". */
function useCounted(): (count: number) => { readonly count: number; readonly number: string } {
  const format = new Intl.NumberFormat(useLanguage() === 'nl' ? 'nl-NL' : 'en-GB');
  return (count) => ({ count, number: format.format(count) });
}

/** Where a file is that was chosen, or what came of it. */
function What({ state, sent }: { readonly state: OutputOf<'postcodes.state'>; readonly sent: number | null }) {
  const { t } = useTranslation();
  const counted = useCounted();
  if (sent !== null) return <span>{t('register.sending', { percent: sent })}</span>;
  if (state.reading !== null) return <span>{t('register.reading', counted(state.reading.rows))}</span>;
  if (state.loaded === null) return null;
  return (
    <span>
      {t('register.loaded', counted(state.loaded.rows))}
      {state.loaded.leftOut > 0 && ` ${t('register.leftOut', counted(state.loaded.leftOut))}`}
    </span>
  );
}

interface WhyNotProps {
  readonly state: OutputOf<'postcodes.state'>;
  readonly isTooLarge: boolean;
  readonly error: Error | null;
}

function WhyNot({ state, isTooLarge, error }: WhyNotProps) {
  const { t } = useTranslation();
  const say = useSentence();
  const textOf = useTroubleText();
  const text = isTooLarge
    ? t('register.tooLarge')
    : state.refusal !== null
      ? say(state.refusal)
      : error === null
        ? null
        : textOf(error);
  if (text === null) return null;
  return <Refusal>{text}</Refusal>;
}
