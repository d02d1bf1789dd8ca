/** What the right mouse button offers in a text: what may have been meant, and cutting and pasting. */
import type { Language } from '../../domain/language.ts';
import { EDIT_LABELS, type MenuEntry } from './menu.ts';
import type { SpellingRelay } from './spelling-relay.ts';

/** What of Electron's parameters is looked at. */
export interface ContextFacts {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly misspelledWord: string;
}

export interface ContextMenuOptions {
  readonly spelling: Pick<SpellingRelay, 'suggest'>;
  readonly language: Language;
  readonly replace: (word: string) => void;
  readonly popup: (template: MenuEntry[]) => void;
}

export async function offerContextMenu(facts: ContextFacts, options: ContextMenuOptions): Promise<void> {
  const { spelling, language, replace, popup } = options;
  const { isEditable, misspelledWord } = facts;
  const meant = isEditable && misspelledWord !== '' ? await spelling.suggest(misspelledWord) : [];
  const template = contextMenu(facts, meant, language, replace);
  if (template.length > 0) popup(template);
}

const NOTHING: Readonly<Record<Language, string>> = { nl: 'Geen voorstel', en: 'No suggestion' };

function contextMenu(
  { isEditable, selectionText, misspelledWord }: ContextFacts,
  suggestions: readonly string[],
  language: Language,
  replace: (word: string) => void,
): MenuEntry[] {
  const labels = EDIT_LABELS[language];
  const item = (role: keyof typeof labels): MenuEntry => ({ role, label: labels[role] });
  if (!isEditable) return selectionText.trim() === '' ? [] : [item('copy')];
  const meant: MenuEntry[] =
    suggestions.length === 0
      ? [{ label: NOTHING[language], enabled: false }]
      : suggestions.map((word) => ({ label: word, click: () => replace(word) }));
  return [
    ...(misspelledWord === '' ? [] : [...meant, { type: 'separator' } as const]),
    item('cut'),
    item('copy'),
    item('paste'),
    { type: 'separator' },
    item('selectAll'),
  ];
}
