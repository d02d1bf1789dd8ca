/** Knows what every command does now, and gives each key press to at most one of them. */
import { COMMANDS, definitionOf, isLayer, type CommandId } from './catalogue.ts';
import { isTyping, keepsAllKeys, keepsKey, type FocusedPlace } from './guard.ts';
import { keysOf } from './own-keys.ts';
import { isSingleCharacter, writtenKey, type KeyPress } from './keys.ts';

/** `key` is the key that was pressed, for commands that have more than one. */
export type Run = (key: string) => void;

export type Verdict = 'ran' | 'leave-field' | 'none';

export interface CommandRegistry {
  /** A command does this until the returned function is called; what was set last goes first. */
  set(id: CommandId, run: Run): () => void;
  canRun(id: CommandId): boolean;
  /** What can be done now: of a layer that is open its own commands first. */
  available(): readonly CommandId[];
  /** Does what its first key would do; nothing when it cannot be done now. */
  run(id: CommandId): void;
  press(event: KeyPress, place: FocusedPlace | null): Verdict;
  setSingleKeys(areOn: boolean): void;
  /** Calls back when something can be done that could not, or the other way round. @returns stops it */
  subscribe(listener: () => void): () => void;
}

export function createCommandRegistry(): CommandRegistry {
  const running: { readonly id: CommandId; readonly run: Run }[] = [];
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  let areSingleKeysOn = true;

  const find = (key: string, typing: boolean): Run | null => {
    const found = running
      .filter(({ id }) => keysOf(id).includes(key) && (!typing || definitionOf(id).whileTyping === true))
      .toReversed();
    return (found.find(({ id }) => isLayer(COMMANDS[id].when)) ?? found[0])?.run ?? null;
  };

  return {
    set(id, run) {
      const entry = { id, run };
      running.push(entry);
      changed();
      return () => {
        const index = running.indexOf(entry);
        if (index >= 0) running.splice(index, 1);
        changed();
      };
    },
    canRun: (id) => running.some((entry) => entry.id === id),
    available: () => {
      const ids = [...new Set(running.map(({ id }) => id))];
      return [...ids.filter((id) => isLayer(COMMANDS[id].when)), ...ids.filter((id) => !isLayer(COMMANDS[id].when))];
    },
    run: (id) => running.findLast((entry) => entry.id === id)?.run(keysOf(id)[0] ?? ''),
    press(event, place) {
      const key = writtenKey(event);
      if (key === null || (place !== null && keepsAllKeys(place))) return 'none';
      const typing = place !== null && isTyping(place);
      if (place !== null && !typing && keepsKey(place, key)) return 'none';
      if (!areSingleKeysOn && isSingleCharacter(key)) return 'none';
      const run = find(key, typing);
      if (run !== null) {
        run(key);
        return 'ran';
      }
      return typing && key === 'Escape' ? 'leave-field' : 'none';
    },
    setSingleKeys(areOn) {
      areSingleKeysOn = areOn;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
