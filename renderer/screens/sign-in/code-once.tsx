/** The recovery code, once: to be written down or printed. */
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { focusOnArrival } from '../../parts/focus-on-arrival.ts';
import './sign-in.css';

interface CodeOnceProps {
  readonly code: string;
  readonly level: 1 | 2;
  readonly onDone: () => void;
}

export function CodeOnce({ code, level, onDone }: CodeOnceProps) {
  const { t } = useTranslation();
  const title = t('signIn.codeTitle');
  return (
    <section className="code-once" role="alert">
      {level === 1 ? <h1>{title}</h1> : <h2 className="t">{title}</h2>}
      <p className="code-once-code">{code}</p>
      <p className="soft">{t('signIn.codeText')}</p>
      <div className="sign-in-more">
        <Button className="btn" onPress={() => window.print()}>
          {t('signIn.codePrint')}
        </Button>
        <Button className="btn go" ref={focusOnArrival} onPress={onDone}>
          {t('signIn.codeDone')}
        </Button>
      </div>
    </section>
  );
}
