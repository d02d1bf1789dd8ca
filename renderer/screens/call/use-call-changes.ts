/** Everything that can be changed in a call, and how the last of it is taken back. */
import { useState } from 'react';
import type { InputOf } from '../../../contract/index.ts';
import type { CallView } from '../../../contract/procedures/call.ts';
import type { CheckMethod, DetailState } from '../../../domain/correction.ts';
import type { BenefitAnswer } from '../../../domain/benefits/benefit.ts';
import type { Emotion, ObjectionAnswer, Thumb } from '../../../domain/operation.ts';
import type { AddressForm } from '../../../domain/script/words.ts';
import type { WishAbout, WishChannel } from '../../../domain/wishes.ts';
import { memoryOf, remember, type Undoable } from '../../data/call-memory.ts';
import { followLink } from '../../data/follow-link.ts';
import type { FollowUp } from './call-mode.ts';
import { lastUndoable } from './last-undoable.ts';
import { useSend } from './use-send.ts';

export type CorrectionInput = Omit<InputOf<'call.correctDetail'>, 'callItemId'>;

export interface CallChanges {
  readonly dial: (number: CallView['numbers'][number] | undefined) => void;
  /** On another phone: the timer starts, and nothing is dialled here. */
  readonly dialByHand: (number: CallView['numbers'][number]) => void;
  readonly answerObjection: (answer: ObjectionAnswer | null) => void;
  readonly setEmotion: (emotion: Emotion | null) => void;
  readonly setAddressForm: (form: AddressForm) => void;
  readonly answerBenefit: (benefitId: string, answer: BenefitAnswer | null) => void;
  readonly setWish: (about: WishAbout, channel: WishChannel | null) => void;
  readonly setEmailOptIn: (isGiven: boolean | null) => void;
  readonly setThumb: (thumb: Thumb | null) => void;
  readonly setNps: (nps: number | null) => void;
  readonly confirm: (key: string, isConfirmed: boolean, checkedBy?: CheckMethod) => void;
  /** Rejects when the value is refused: the editor says why. */
  readonly correct: (input: CorrectionInput) => Promise<void>;
  readonly undoCorrection: (key: string) => void;
  /** Rejects when it could not be kept, with `error` saying why: the composer has the text again. */
  readonly addFollowUp: (followUp: FollowUp, text: string, topic: string | null) => Promise<void>;
  readonly removeFollowUp: (id: number) => void;
  readonly undoLast: () => boolean;
  readonly error: Error | null;
  readonly clearError: () => void;
}

export function useCallChanges(view: CallView): CallChanges {
  const { callItemId } = view;
  const send = useSend(callItemId);
  const [error, setError] = useState<Error | null>(null);

  const note = (undoable: Undoable): void => {
    remember(callItemId, { undoable: [...memoryOf(callItemId).get().undoable, undoable] });
  };
  const forget = (isDone: (undoable: Undoable) => boolean): void => {
    remember(callItemId, {
      undoable: memoryOf(callItemId)
        .get()
        .undoable.filter((undoable) => !isDone(undoable)),
    });
  };
  const show = (problem: unknown): void => setError(problem instanceof Error ? problem : new Error(String(problem)));
  const fail = (problem: unknown): never => {
    show(problem);
    throw problem;
  };
  const attempt = (change: Parameters<typeof send>[0]): void => {
    send(change).then(() => setError(null), show);
  };

  const sendObjection = (answer: ObjectionAnswer | null): void => {
    remember(callItemId, { answered: answer });
    attempt({
      name: 'call.answerObjection',
      input: { callItemId, answer },
      expect: (before) => ({ ...before, objectionAnswer: answer }),
    });
  };
  const sendEmotion = (emotion: Emotion | null): void =>
    attempt({
      name: 'call.setEmotion',
      input: { callItemId, emotion },
      expect: (before) => ({ ...before, emotion }),
    });
  const sendThumb = (thumb: Thumb | null): void =>
    attempt({ name: 'call.setThumb', input: { callItemId, thumb }, expect: (before) => ({ ...before, thumb }) });
  const sendNps = (nps: number | null): void =>
    attempt({ name: 'call.setNps', input: { callItemId, nps }, expect: (before) => ({ ...before, nps }) });
  const sendWish = (about: WishAbout, channel: WishChannel | null): void =>
    attempt({
      name: 'call.setWish',
      input: { callItemId, about, channel },
      expect: (before) => ({
        ...before,
        wishes: before.wishes.map((wish) => (wish.about === about ? { ...wish, channel, isOfThisCall: true } : wish)),
      }),
    });
  const sendBenefit = (benefitId: string, answer: BenefitAnswer | null): void =>
    attempt({
      name: 'call.answerBenefit',
      input: { callItemId, benefitId, answer },
      expect: (before) => ({
        ...before,
        benefits: before.benefits.map((each) => (each.id === benefitId ? { ...each, answer } : each)),
      }),
    });
  const sendOptIn = (isGiven: boolean | null): void =>
    attempt({ name: 'call.setEmailOptIn', input: { callItemId, isGiven } });
  const sendConfirmation = (key: string, isConfirmed: boolean, checkedBy: CheckMethod = 'read-back'): void =>
    attempt({
      name: 'call.confirmDetail',
      input: { callItemId, key, isConfirmed, checkedBy },
      expect: (before) =>
        withDetailState(before, key, isConfirmed ? 'confirmed' : 'not-asked', isConfirmed ? checkedBy : null),
    });
  const sendUndoCorrection = (key: string): void =>
    attempt({ name: 'call.undoCorrection', input: { callItemId, key } });
  const sendRemoveFollowUp = (followUpId: number): void =>
    attempt({
      name: 'call.removeFollowUp',
      input: { callItemId, followUpId },
      expect: (before) => ({ ...before, followUps: before.followUps.filter(({ id }) => id !== followUpId) }),
    });

  const takeBack = (undoable: Undoable): void => {
    forget((other) => other === undoable);
    switch (undoable.kind) {
      case 'correction':
        return sendUndoCorrection(undoable.key);
      case 'confirmation':
        return sendConfirmation(undoable.key, false);
      case 'objection':
        return sendObjection(undoable.previous);
      case 'emotion':
        return sendEmotion(undoable.previous);
      case 'thumb':
        return sendThumb(undoable.previous);
      case 'nps':
        return sendNps(undoable.previous);
      case 'benefit':
        return sendBenefit(undoable.benefitId, undoable.previous);
      case 'wish':
        return sendWish(undoable.about, undoable.previous);
      case 'opt-in':
        return sendOptIn(undoable.previous);
      case 'follow-up':
        return sendRemoveFollowUp(undoable.id);
    }
  };

  return {
    dial(number) {
      if (number === undefined) return;
      attempt({ name: 'call.dial', input: { callItemId, number: number.number } });
      remember(callItemId, { dialled: number.number });
      followLink(number.link);
    },
    dialByHand({ number }) {
      attempt({ name: 'call.dial', input: { callItemId, number, through: 'own' } });
      remember(callItemId, { dialled: number });
    },
    answerObjection(answer) {
      if (answer === view.objectionAnswer) return;
      note({ kind: 'objection', previous: view.objectionAnswer });
      sendObjection(answer);
    },
    setEmotion(emotion) {
      note({ kind: 'emotion', previous: view.emotion });
      sendEmotion(emotion);
    },
    setAddressForm(form) {
      // The words change with it, so the screen waits for the backend's.
      attempt({ name: 'call.setAddressForm', input: { callItemId, form } });
    },
    answerBenefit(benefitId, answer) {
      const before = view.benefits.find(({ id }) => id === benefitId);
      note({ kind: 'benefit', benefitId, previous: before?.answer ?? null });
      sendBenefit(benefitId, answer);
    },
    setWish(about, channel) {
      const before = view.wishes.find((wish) => wish.about === about);
      note({ kind: 'wish', about, previous: before?.isOfThisCall === true ? before.channel : null });
      sendWish(about, channel);
    },
    setEmailOptIn(isGiven) {
      note({ kind: 'opt-in', previous: view.emailOptIn.isOfThisCall ? view.emailOptIn.isGiven : null });
      sendOptIn(isGiven);
    },
    setThumb(thumb) {
      note({ kind: 'thumb', previous: view.thumb });
      sendThumb(thumb);
    },
    setNps(nps) {
      note({ kind: 'nps', previous: view.nps });
      sendNps(nps);
    },
    confirm(key, isConfirmed, checkedBy) {
      if (isConfirmed) note({ kind: 'confirmation', key });
      else forget((other) => other.kind === 'confirmation' && other.key === key);
      sendConfirmation(key, isConfirmed, checkedBy);
    },
    async correct(input) {
      await send({ name: 'call.correctDetail', input: { callItemId, ...input } });
      setError(null);
      forget((other) => (other.kind === 'correction' || other.kind === 'confirmation') && other.key === input.key);
      note({ kind: 'correction', key: input.key });
    },
    undoCorrection(key) {
      forget((other) => other.kind === 'correction' && other.key === key);
      sendUndoCorrection(key);
    },
    async addFollowUp(followUp, text, topic) {
      const known = new Set(view.followUps.map(({ id }) => id));
      const after = await send({ name: 'call.addFollowUp', input: { callItemId, followUp, text, topic } }).catch(fail);
      setError(null);
      // The newest: another one may have been on its way.
      const added = after.followUps.findLast(({ id }) => !known.has(id));
      if (added !== undefined) note({ kind: 'follow-up', id: added.id });
    },
    removeFollowUp(id) {
      forget((other) => other.kind === 'follow-up' && other.id === id);
      sendRemoveFollowUp(id);
    },
    undoLast() {
      const undoable = lastUndoable(view, memoryOf(callItemId).get());
      if (undoable === null) return false;
      takeBack(undoable);
      return true;
    },
    error,
    clearError: () => setError(null),
  };
}

function withDetailState(view: CallView, key: string, state: DetailState, checkedBy: CheckMethod | null): CallView {
  return {
    ...view,
    details: view.details.map((detail) => (detail.key === key ? { ...detail, state, checkedBy } : detail)),
  };
}
