/** In place of a screen that cannot be shown: what is the matter, what is safe, what you can do. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import './trouble.css';

interface TroublePageProps {
  readonly title: string;
  /** The level of its heading: 1 when nothing else is on the page. */
  readonly level?: 1 | 2;
  readonly text: string;
  readonly children?: ReactNode;
}

export function TroublePage({ title, text, level = 2, children }: TroublePageProps) {
  const { t } = useTranslation();
  return (
    <section className="trouble-page" role="alert">
      <p className="st att">
        <Icon name="triangle" />
        {t('trouble.heading')}
      </p>
      {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p className="soft">{text}</p>
      {children !== undefined && children !== false && <div className="trouble-do">{children}</div>}
    </section>
  );
}
