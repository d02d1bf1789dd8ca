/** What protects a call that is saved, and the program without it: its text is changed while it is loaded, so that it has no switch. */
import type { Edit } from '../../durability/switched-off/protections.ts';

export const PROTECTIONS = ['forced', 'encrypted', 'copied'] as const;
export type ProtectionName = (typeof PROTECTIONS)[number];

const WITHOUT: Readonly<Record<ProtectionName, readonly Edit[]>> = {
  forced: [
    { file: 'db/open/connection.ts', from: "['synchronous', 'FULL', 2]", to: "['synchronous', 'OFF', 0]" },
    { file: 'db/store.ts', from: "pragma('synchronous = NORMAL')", to: "pragma('synchronous = OFF')" },
    { file: 'db/store.ts', from: "pragma('synchronous = FULL')", to: "pragma('synchronous = OFF')" },
  ],
  encrypted: [{ file: 'db/open/connection.ts', from: 'database.key(raw);', to: '' }],
  copied: [{ file: 'db/store.ts', from: 'if (copied.length > 0) places.push(outboxCopy.reserve(copied));', to: '' }],
};

/** Sets of protections that are on. */
export const VARIANTS = {
  all: PROTECTIONS,
  none: [],
  forced: ['forced'],
  encrypted: ['encrypted'],
  copied: ['copied'],
} as const satisfies Readonly<Record<string, readonly ProtectionName[]>>;
export type VariantName = keyof typeof VARIANTS;

export function editsOf(variant: VariantName): readonly Edit[] {
  const on: readonly ProtectionName[] = VARIANTS[variant];
  return PROTECTIONS.filter((name) => !on.includes(name)).flatMap((name) => WITHOUT[name]);
}
