/** What is wrong with what somebody did or typed, beside it: told at once to whoever listens. */
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export function Refusal({ children }: { readonly children: ReactNode }) {
  return (
    <p className="refusal" role="alert">
      <Icon name="triangle" />
      {children}
    </p>
  );
}
