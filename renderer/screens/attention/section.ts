/** What the attention screen is made of: sections of entries, each kind of thing in a folder of its own. */
import type { ReactNode } from 'react';
import type { IconName } from '../../parts/icon.tsx';

/** One thing on the left, and what is shown of it on the right. */
export interface Entry {
  /** In the address while it is shown: `/attention/KEY`. */
  readonly key: string;
  readonly icon: IconName;
  readonly title: string;
  /** Whose it is, what it is about, since when. */
  readonly lines: readonly string[];
  /** @param onLater decides it another time: goes on to the next thing */
  readonly show: (onLater: () => void) => ReactNode;
}

export interface Section {
  readonly id: string;
  /** Something for a person to decide or to know; the others go by themselves. */
  readonly needsPerson: boolean;
  /** Stands above the entries when others come before them. */
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** What a section is read from; the screen waits for all of them. */
export interface SectionsAnswer {
  readonly sections: readonly Section[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
}
