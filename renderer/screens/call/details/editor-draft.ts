/** What is being typed for one detail; it is still there when the editor is closed and opened again. */
import { useState } from 'react';
import { memoryOf, remember } from '../../../data/call-memory.ts';
import { fieldsOf, type FieldTexts } from '../../../parts/detail/correction-fields.ts';
import type { Detail } from './detail-row.tsx';

export function placeOf(detailKey: string, name: string): string {
  return `detail:${detailKey}:${name}`;
}

export function useEditorDraft(
  callItemId: number,
  detail: Detail,
): readonly [texts: FieldTexts, setTexts: (texts: FieldTexts | null) => void] {
  const [texts, setTexts] = useState<FieldTexts>(() => {
    const drafts = memoryOf(callItemId).get().drafts;
    const start = fieldsOf(detail.input);
    return Object.fromEntries(
      Object.entries(start).map(([name, text]) => [name, drafts[placeOf(detail.key, name)] ?? text]),
    );
  });
  const keep = (next: FieldTexts | null): void => {
    const places = new Set(Object.keys(texts).map((name) => placeOf(detail.key, name)));
    const others = Object.entries(memoryOf(callItemId).get().drafts).filter(([place]) => !places.has(place));
    const mine = Object.entries(next ?? {}).map(([name, text]) => [placeOf(detail.key, name), text]);
    remember(callItemId, { drafts: Object.fromEntries([...others, ...mine]) });
    if (next !== null) setTexts(next);
  };
  return [texts, keep];
}
