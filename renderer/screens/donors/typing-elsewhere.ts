/** While somebody types in a form of the page, the arrows and Enter are that form's, and not the list's. */
import { createStore, useStore } from '../../data/store.ts';

const isTypingInForm = createStore(false);

export function useIsTypingInForm(): boolean {
  return useStore(isTypingInForm);
}

/** To be given to the element around a form. */
export const formFocus = {
  onFocus: (): void => isTypingInForm.set(true),
  onBlur: (): void => isTypingInForm.set(false),
} as const;
