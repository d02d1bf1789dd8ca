/** A sentence of the guide, with its keys drawn as they look on the keyboard. */
import { Fragment } from 'react';
import { COMMANDS, type CommandId } from '../commands/catalogue.ts';
import { Keycap, KeycapOf } from '../commands/keycap.tsx';

const MARK = '\u2063';
const COMMAND_OF = {
  dial: 'today.call',
  next: 'call.nextStep',
  details: 'call.details',
  yes: 'call.objectionOffered',
  complaint: 'call.complaint',
  save: 'composer.save',
  undo: 'today.undo',
} as const satisfies Record<string, CommandId>;
const DIGITS = { one: '1', four: '4', seven: '7', eight: '8', nine: '9' } as const;

/** What is filled in for the keys of a text: a mark on both sides tells them from its words. */
export const KEYS: Readonly<Record<keyof typeof COMMAND_OF | keyof typeof DIGITS | 'enter', string>> = {
  ...mapped(COMMAND_OF),
  ...mapped(DIGITS),
  enter: `${MARK}Enter${MARK}`,
};

function mapped<Names extends Readonly<Record<string, string>>>(names: Names): Record<keyof Names, string> {
  return Object.fromEntries(Object.entries(names).map(([name, key]) => [name, `${MARK}${key}${MARK}`])) as Record<
    keyof Names,
    string
  >;
}

export function KeyedText({ text }: { readonly text: string }) {
  // Words and keys take turns.
  const parts = text.split(MARK).map((part, place) => ({ part, place, isKey: place % 2 === 1 }));
  return parts.map(({ part, place, isKey }) => (
    <Fragment key={place}>
      {isKey ? isCommand(part) ? <KeycapOf command={part} isReadOut /> : <Keycap written={part} isReadOut /> : part}
    </Fragment>
  ));
}

function isCommand(name: string): name is CommandId {
  return Object.hasOwn(COMMANDS, name);
}
