/** The way into the practice evening, and what was done there. */
import { z } from 'zod';
import { hasCalled } from '../../../db/queries/calls.ts';
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import type { AskContext } from '../context.ts';
import type { Handler } from '../dispatcher.ts';
import type { PracticeDoor } from '../practice/practice-door.ts';
import { readPracticeProgress } from '../practice/read-progress.ts';
import { Refusal } from '../refusal.ts';

/** What each person of this workstation did with the invitation, by their id. */
const INVITATIONS: Setting<Readonly<Record<string, 'accepted' | 'declined'>>> = {
  key: 'practice.invitations',
  schema: z.record(z.string(), z.enum(['accepted', 'declined'])),
};

export const getState: Handler<'practice.state'> = async ({ store, person, practice }) => {
  const answered = (await readSetting(store.reader, INVITATIONS))?.[person.id] !== undefined;
  const calls = person.roles.some((role) => role === 'caller' || role === 'director');
  const isInvited = practice !== null && calls && !answered && !(await hasCalled(store.reader, person.id));
  return { isAvailable: practice !== null, isInvited };
};

export const begin: Handler<'practice.begin'> = async (context, { anew }) => {
  const door = requireDoor(context);
  // First: who begins anew from inside the evening has no profile left to write to afterwards.
  await answerInvitation(context, 'accepted');
  await door.enter(anew);
  return {};
};

export const decline: Handler<'practice.decline'> = async (context) => {
  await answerInvitation(context, 'declined');
  return {};
};

export const getProgress: Handler<'practice.progress'> = async ({ store }) => ({
  situations: [...(await readPracticeProgress(store.reader))],
});

export const leave: Handler<'practice.leave'> = async (context) => {
  requireDoor(context).leave();
  return {};
};

async function answerInvitation({ store, person }: AskContext, answer: 'accepted' | 'declined'): Promise<void> {
  await store.write(async (writer) => {
    const before = (await readSetting(writer.transaction, INVITATIONS)) ?? {};
    await writeSetting(writer, INVITATIONS, { ...before, [person.id]: answer });
  });
}

function requireDoor({ practice }: AskContext): PracticeDoor {
  if (practice !== null) return practice;
  throw new Refusal('not-found', {
    nl: 'Op deze werkplek kun je niet oefenen.',
    en: 'You cannot practise on this workstation.',
  });
}
