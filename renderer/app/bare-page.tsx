/** A page on which no screen can be shown, under the name of the programme. */
import type { ReactNode } from 'react';
import { Brand } from '../parts/brand.tsx';
import '../parts/bar.css';
import './frame.css';

export function BarePage({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header className="bar">
        <Brand />
      </header>
      <main className="whole-page">{children}</main>
    </>
  );
}
