/** A text that was typed and not sent yet: it is there again when its place is opened again. */
import { memoryOf, remember } from './call-memory.ts';
import { useStore } from './store.ts';

/** `null` forgets the draft, so that the place begins with `initial` again. */
export function useDraft(
  callItemId: number,
  place: string,
  initial: string,
): readonly [text: string, setText: (text: string | null) => void] {
  const { drafts } = useStore(memoryOf(callItemId));
  const setText = (text: string | null): void => {
    const { [place]: _replaced, ...others } = memoryOf(callItemId).get().drafts;
    remember(callItemId, { drafts: text === null ? others : { ...others, [place]: text } });
  };
  return [drafts[place] ?? initial, setText];
}
