/**
 * The keys that a person chose instead of those of the catalogue. Only commands with one key of their own can have
 * another: digits, Enter, Escape and the arrows mean the same everywhere, and the keys of a second question are near
 * its choices.
 */
import { createStore, useStore } from '../data/store.ts';
import { COMMAND_IDS, COMMANDS, definitionOf, isLayer, screenOf, type CommandId } from './catalogue.ts';

export type OwnKeys = Readonly<Partial<Record<CommandId, string>>>;

/** What is the same thing on every screen has one key, and changes on all of them at once. */
const FAMILIES: readonly (readonly [CommandId, ...CommandId[]])[] = [
  [
    'today.undo',
    'call.undo',
    'settings.undo',
    'verify.undo',
    'post.undo',
    'followUps.reopen',
    'matching.undo',
    'donors.undoUnlink',
  ],
  ['today.lane', 'forecast.lane'],
];

const SAME_EVERYWHERE = /^(?:\d|Enter|Escape|Arrow.*|Ctrl\+Enter)$/;
const TYPED = /^(?:(?:Shift\+)?[A-Z]|[^\w\s])$/;
/** What a browser or a text field does not need itself. */
const NEVER_TYPED = /^(?:F[2489]|Ctrl\+[BDEGHIJKLMOUY])$/;

export type KeyRefusal =
  /** Means the same everywhere. */
  | { readonly kind: 'fixed' }
  /** A browser needs it, or it is no key for a command. */
  | { readonly kind: 'impossible' }
  /** The command works in the middle of a text, where this key types. */
  | { readonly kind: 'types' }
  | { readonly kind: 'taken'; readonly by: CommandId };

export const ownKeys = createStore<OwnKeys>({});

/** The keys of a command as they are now; the first stands on its keycap. */
export function keysOf(id: CommandId, own: OwnKeys = ownKeys.get()): readonly string[] {
  const chosen = own[familyOf(id)[0]];
  return chosen === undefined ? definitionOf(id).keys : [chosen];
}

export function useKeysOf(id: CommandId): readonly string[] {
  return keysOf(id, useStore(ownKeys));
}

/** The commands whose key can be another one; of a family its first. */
export const CHANGEABLE: readonly CommandId[] = COMMAND_IDS.filter((id) => isChangeable(id) && familyOf(id)[0] === id);

/** Why a command cannot have this key; null when it can. */
export function refusalOf(id: CommandId, key: string, own: OwnKeys): KeyRefusal | null {
  if (SAME_EVERYWHERE.test(key)) return { kind: 'fixed' };
  const family = familyOf(id);
  if (!NEVER_TYPED.test(key)) {
    if (!TYPED.test(key)) return { kind: 'impossible' };
    if (family.some((member) => definitionOf(member).whileTyping === true)) return { kind: 'types' };
  }
  const by = COMMAND_IDS.find(
    (other) =>
      !family.includes(other) &&
      keysOf(other, own).includes(key) &&
      family.some((member) => canBothBeGiven(member, other)),
  );
  return by === undefined ? null : { kind: 'taken', by };
}

/** Of what was kept, perhaps by another version of the programme: what still holds beside all the rest. */
export function soundKeys(kept: Readonly<Record<string, string>>): OwnKeys {
  const chosen = CHANGEABLE.flatMap((id) => {
    const key = kept[id];
    return key === undefined || definitionOf(id).keys.includes(key) ? [] : ([[id, key]] as const);
  });
  return withoutRefused(Object.fromEntries(chosen));
}

/** Two that were swapped hold only together, so each is looked at beside all others. */
function withoutRefused(own: OwnKeys): OwnKeys {
  const refused = CHANGEABLE.find((id) => {
    const key = own[id];
    return key !== undefined && refusalOf(id, key, own) !== null;
  });
  if (refused === undefined) return own;
  return withoutRefused(Object.fromEntries(Object.entries(own).filter(([id]) => id !== refused)));
}

function isChangeable(id: CommandId): boolean {
  const { keys, when } = COMMANDS[id];
  return !isLayer(when) && keys.length === 1 && !SAME_EVERYWHERE.test(keys[0]);
}

function familyOf(id: CommandId): readonly [CommandId, ...CommandId[]] {
  return FAMILIES.find((family) => family.includes(id)) ?? [id];
}

/** Everywhere, on one screen, or in a layer over it. */
function canBothBeGiven(one: CommandId, other: CommandId): boolean {
  const screens = [screenOf(one), screenOf(other)];
  return screens.includes('everywhere') || screens[0] === screens[1];
}
