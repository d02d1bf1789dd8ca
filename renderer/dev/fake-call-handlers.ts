import type { InputOf, ParsedInputOf } from '../../contract/index.ts';
import type { CallView } from '../../contract/procedures/call.ts';
import { sentence, type Sentence } from '../../domain/language.ts';
import { OUTCOMES } from '../../domain/outcome.ts';
import { headingName } from '../../domain/person-name.ts';
import { PRACTICE_TALK } from '../../domain/talk/practice-talk.ts';
import { s } from './donors.ts';
import { FakeFailure } from './fake-failure.ts';
import { newCall, viewOf, type FakeCall } from './fake-call.ts';
import { wasReached } from './fake-today.ts';
import type { FakeWorld, Handlers } from './fake-world.ts';

export function callHandlers(world: FakeWorld): Handlers {
  const { scenario, clock } = world;

  const callOf = (callItemId: number): FakeCall => {
    const call = world.calls.get(callItemId);
    if (call !== undefined) return call;
    throw new FakeFailure('not-found', 'Dit gesprek is er niet meer.', 'This call is no longer here.');
  };
  /** Changes a call and shows it as it is after that. */
  const changing =
    <Input extends { callItemId: number }>(change: (call: FakeCall, input: Input) => void) =>
    (input: Input): CallView => {
      const call = callOf(input.callItemId);
      change(call, input);
      return viewOf(call, scenario.isPractice);
    };

  return {
    'call.open': ({ donorId }: { donorId: number }): CallView => {
      const donor = world.list.find((candidate) => candidate.donorId === donorId);
      if (donor === undefined)
        throw new FakeFailure('out-of-date', 'Deze donateur is net gebeld.', 'This donor was just called.');
      const call = world.calls.get(donorId) ?? newCall(donorId, donor);
      world.calls.set(donorId, call);
      return viewOf(call, scenario.isPractice);
    },
    'call.get': changing(() => undefined),
    'call.dial': changing((call) => {
      call.startedAt ??= clock.now();
    }),
    'call.saveNotes': ({ callItemId, notes }: InputOf<'call.saveNotes'>) => {
      if (world.notesFailures > 0) {
        world.notesFailures -= 1;
        throw new FakeFailure('disk-full', 'De schijf is vol.', 'The disk is full.');
      }
      const call = callOf(callItemId);
      call.notes = notes;
      call.notesSavedAt = clock.now();
      return { savedAt: call.notesSavedAt };
    },
    'call.answerObjection': changing((call, { answer }: InputOf<'call.answerObjection'>) => {
      call.objectionAnswer = answer;
    }),
    'call.setEmotion': changing((call, { emotion }: InputOf<'call.setEmotion'>) => {
      call.emotion = emotion;
    }),
    'call.findStreets': ({ postcode }: InputOf<'call.findStreets'>) => ({
      streets: postcode.startsWith('8031') ? [{ street: 'Wilgenhof', town: 'Zwolle', hasNumber: true }] : [],
    }),
    'charity.picture': () => ({ url: PICTURE, width: 400, height: 300 }),
    'call.setAddressForm': changing((call, { form }: InputOf<'call.setAddressForm'>) => {
      call.addressForm = form;
    }),
    'call.setWish': changing((call, { about, channel }: InputOf<'call.setWish'>) => {
      call.wishes.set(about, channel);
    }),
    'call.setEmailOptIn': changing((call, { isGiven }: InputOf<'call.setEmailOptIn'>) => {
      call.optIn = isGiven;
    }),
    'talk.answers': () => ({ answers: PRACTICE_TALK.answers }),
    'call.answerBenefit': changing((call, { benefitId, answer }: InputOf<'call.answerBenefit'>) => {
      call.benefits = call.benefits.map((benefit) => (benefit.id === benefitId ? { ...benefit, answer } : benefit));
    }),
    'call.setThumb': changing((call, { thumb }: InputOf<'call.setThumb'>) => {
      call.thumb = thumb;
    }),
    'call.setNps': changing((call, { nps }: InputOf<'call.setNps'>) => {
      call.nps = nps;
    }),
    'call.addFollowUp': changing((call, { followUp, text }: InputOf<'call.addFollowUp'>) => {
      const id = Math.max(0, ...call.followUps.map((other) => other.id)) + 1;
      call.followUps = [...call.followUps, { id, kind: followUp, text, goesTo: null }];
    }),
    'call.removeFollowUp': changing((call, { followUpId }: InputOf<'call.removeFollowUp'>) => {
      call.followUps = call.followUps.filter(({ id }) => id !== followUpId);
    }),
    'call.confirmDetail': changing((call, { key, isConfirmed, checkedBy }: ParsedInputOf<'call.confirmDetail'>) => {
      if (isConfirmed) call.confirmed.set(key, checkedBy);
      else call.confirmed.delete(key);
    }),
    'call.correctDetail': changing((call, { key, correction, checkedBy }: ParsedInputOf<'call.correctDetail'>) => {
      const refusal = refuse(correction);
      if (refusal !== null) throw new FakeFailure('refused', refusal.nl, refusal.en);
      call.corrections.set(key, { correction, checkedBy });
    }),
    'call.undoCorrection': changing((call, { key }: InputOf<'call.undoCorrection'>) => {
      call.corrections.delete(key);
    }),
    'call.finish': ({ callItemId, outcome, number, callback }: ParsedInputOf<'call.finish'>) => {
      if (scenario.name === 'finish-fails') {
        throw new FakeFailure(
          'disk-full',
          'De schijf is vol. Maak ruimte en kies de uitkomst opnieuw; je notitie staat nog hier.',
          'The disk is full. Make room and choose the outcome again; your note is still here.',
        );
      }
      const call = callOf(callItemId);
      if (callback !== null && callback.time !== null && callback.time >= '20:30') {
        throw new FakeFailure(
          'refused',
          'Om 20:30 sluiten de lijnen. Kies een eerdere tijd.',
          'The lines close at 20:30. Choose an earlier time.',
        );
      }
      const attemptId = `attempt-${callItemId}-${clock.now()}`;
      if (number !== null) call.wrongNumbers = [...call.wrongNumbers, number];
      const { numbers } = viewOf(call, scenario.isPractice);
      const isOver = !(OUTCOMES[outcome].marksNumberWrong && numbers.length > 0);
      if (isOver) {
        world.list = world.list.filter(({ donorId }) => donorId !== call.donor.donorId);
        world.calls.delete(callItemId);
        world.attempts.set(attemptId, { donor: call.donor, call });
        world.done = [
          {
            attemptId,
            at: clock.now(),
            time: clock.time(),
            name: sentence((language) => headingName(call.donor.name, language)),
            outcome,
            summary: s(`${OUTCOMES[outcome].name.nl}.`, `${OUTCOMES[outcome].name.en}.`),
            wasReached: wasReached(outcome),
            isUndone: false,
          },
          ...world.done,
        ];
        world.tell(['today', 'sync']);
      }
      return { attemptId, isOver };
    },
    'call.undo': ({ attemptId }: { attemptId: string }) => {
      world.done = world.done.map((attempt) =>
        attempt.attemptId === attemptId ? { ...attempt, isUndone: true } : attempt,
      );
      const undone = world.attempts.get(attemptId);
      if (undone !== undefined) {
        world.list = [undone.donor, ...world.list];
        world.calls.set(undone.call.callItemId, undone.call);
      }
      world.tell(['today', 'sync']);
      return {};
    },
  };
}

/** Water and a sun. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#9cc"/><circle cx="300" cy="80" r="40" fill="#fd8"/><rect y="180" width="400" height="120" fill="#478"/></svg>',
)}`;

/** A few of the backend's refusals, for the look of them. */
function refuse(correction: ParsedInputOf<'call.correctDetail'>['correction']): Sentence | null {
  if (correction.field === 'email' && !/@.+\./.test(correction.value)) {
    return s(
      'Een e-mailadres heeft een @ met iets ervoor, en een punt erna. Laat het spellen.',
      'An e-mail address has an @ with something before it, and a dot after it. Have it spelled.',
    );
  }
  if (correction.field === 'phone' && correction.value.replaceAll(/\D/g, '').length < 10) {
    return s(
      'Dit is geen bestaand telefoonnummer. Lees het cijfer voor cijfer voor.',
      'This is not a possible phone number. Read it back digit by digit.',
    );
  }
  return null;
}
