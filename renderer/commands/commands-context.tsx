/** Listens to the keyboard, once, and gives components a way to say what a command does. */
import { createContext, useContext, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { CommandId } from './catalogue.ts';
import type { CommandRegistry, Run } from './registry.ts';

const CommandsContext = createContext<CommandRegistry | null>(null);

export function CommandsProvider(props: { readonly registry: CommandRegistry; readonly children: ReactNode }) {
  const { registry, children } = props;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.repeat) return;
      const place = event.target instanceof Element ? event.target : null;
      const verdict = registry.press(event, place);
      if (verdict === 'none') return;
      event.preventDefault();
      event.stopPropagation();
      if (verdict === 'leave-field' && place instanceof HTMLElement) place.blur();
    };
    // Before any component: a key is either a command or theirs, never both.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [registry]);
  return <CommandsContext value={registry}>{children}</CommandsContext>;
}

export function useCommandRegistry(): CommandRegistry {
  const registry = useContext(CommandsContext);
  if (registry === null) throw new Error('no CommandsProvider above this component');
  return registry;
}

/** What the command does while this component is on the screen; nothing when `run` is null. */
export function useCommand(id: CommandId, run: Run | null): void {
  const registry = useCommandRegistry();
  const latest = useRef(run);
  // Before the screen is painted: a key pressed on what is seen does what is seen.
  useLayoutEffect(() => {
    latest.current = run;
  });
  const isAvailable = run !== null;
  useLayoutEffect(
    () => (isAvailable ? registry.set(id, (key) => latest.current?.(key)) : undefined),
    [registry, id, isAvailable],
  );
}
