/** The terms as they are typed: a text for each kind, and whether they can be terms. */
import { useState } from 'react';
import {
  LONGEST_DAYS,
  RETENTION_KINDS,
  SHORTEST_DAYS,
  type RetentionKind,
  type RetentionSettings,
} from '../../../../domain/privacy/retention.ts';

export interface RetentionDraft {
  readonly textOf: (kind: RetentionKind) => string;
  readonly type: (kind: RetentionKind, text: string) => void;
  readonly isDaily: boolean;
  readonly setDaily: (isDaily: boolean) => void;
  readonly isValid: (kind: RetentionKind) => boolean;
  /** Null as long as something cannot be a term. */
  readonly settings: RetentionSettings | null;
  readonly isChanged: boolean;
  readonly forget: () => void;
}

export function useRetentionDraft(saved: RetentionSettings | undefined): RetentionDraft {
  const [typed, setTyped] = useState<Partial<Record<RetentionKind, string>>>({});
  const [daily, setDaily] = useState<boolean | null>(null);
  const textOf = (kind: RetentionKind): string => typed[kind] ?? String(saved?.days[kind] ?? '');
  const isValid = (kind: RetentionKind): boolean => daysOf(textOf(kind)) !== undefined;
  const isDaily = daily ?? saved?.isDaily ?? false;
  const days = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, daysOf(textOf(kind)) ?? null]));
  const settings: RetentionSettings | null =
    saved !== undefined && RETENTION_KINDS.every(isValid) ? { days: days as RetentionSettings['days'], isDaily } : null;
  return {
    textOf,
    type: (kind, text) => setTyped((before) => ({ ...before, [kind]: text })),
    isDaily,
    setDaily,
    isValid,
    settings,
    isChanged:
      isDaily !== (saved?.isDaily ?? false) ||
      RETENTION_KINDS.some((kind) => textOf(kind).trim() !== String(saved?.days[kind] ?? '')),
    forget: () => {
      setTyped({});
      setDaily(null);
    },
  };
}

/** Null for an empty field: kept. Undefined for what cannot be a term. */
function daysOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const days = Number(text);
  return Number.isInteger(days) && days >= SHORTEST_DAYS && days <= LONGEST_DAYS ? days : undefined;
}
