import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createNotesAutosave } from '../../../renderer/data/notes-autosave.ts';
import { createFakeTimer, settle } from './fake-timer.ts';

const START = { text: '', savedAt: null };

/** A backend that keeps what it is sent when it is told to, and may fail. */
function createSlowBackend() {
  const waiting: { text: string; succeed: () => void; fail: () => void }[] = [];
  const kept: string[] = [];
  const save = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      waiting.push({
        text,
        succeed: () => {
          kept.push(text);
          resolve(`saved ${kept.length}`);
        },
        fail: () => reject(new Error('disk full')),
      });
    });
  return { save, waiting, kept };
}

describe('notes that save themselves', () => {
  it('save after a pause in the typing, once', async () => {
    const timer = createFakeTimer();
    const save = vi.fn<(text: string) => Promise<string>>(async () => 'now');
    const notes = createNotesAutosave(START, save, timer);
    notes.type('N');
    await timer.pass(300);
    notes.type('No');
    await timer.pass(300);
    notes.type('Noor');
    expect(save).not.toHaveBeenCalled();
    await timer.pass(400);
    expect(save.mock.calls).toEqual([['Noor']]);
    expect(notes.state()).toEqual({ text: 'Noor', savedAt: 'now', status: 'saved' });
  });

  it('do not save what did not change', async () => {
    const timer = createFakeTimer();
    const save = vi.fn<(text: string) => Promise<string>>(async () => 'now');
    const notes = createNotesAutosave({ text: 'Noor', savedAt: 'earlier' }, save, timer);
    notes.type('Noor');
    await notes.flush();
    expect(save).not.toHaveBeenCalled();
    expect(notes.state().savedAt).toBe('earlier');
  });

  it('never have two saves on their way, so that an older text cannot overtake a newer one', async () => {
    const timer = createFakeTimer();
    const backend = createSlowBackend();
    const notes = createNotesAutosave(START, backend.save, timer);
    notes.type('one');
    await timer.pass(400);
    notes.type('one two');
    await timer.pass(5_000);
    expect(backend.waiting.map(({ text }) => text)).toEqual(['one']);
    backend.waiting[0]!.succeed();
    await timer.pass(400);
    expect(notes.state().status).toBe('unsaved');
    expect(backend.waiting.map(({ text }) => text)).toEqual(['one', 'one two']);
    backend.waiting[1]!.succeed();
    await settle();
    expect(backend.kept).toEqual(['one', 'one two']);
    expect(notes.state().status).toBe('saved');
  });

  it('flush what was typed while a save was on its way', async () => {
    const timer = createFakeTimer();
    const backend = createSlowBackend();
    const notes = createNotesAutosave(START, backend.save, timer);
    notes.type('one');
    await timer.pass(400);
    notes.type('one two');
    const flushed = vi.fn<() => void>();
    void notes.flush().then(flushed);
    backend.waiting[0]!.succeed();
    await settle();
    expect(flushed).not.toHaveBeenCalled();
    backend.waiting[1]!.succeed();
    await settle();
    expect(flushed).toHaveBeenCalledOnce();
    expect(backend.kept.at(-1)).toBe('one two');
  });

  it('keep the text when saving fails, say so, and try again by themselves', async () => {
    const timer = createFakeTimer();
    const backend = createSlowBackend();
    const notes = createNotesAutosave(START, backend.save, timer);
    notes.type('never lost');
    await timer.pass(400);
    backend.waiting[0]!.fail();
    await settle();
    expect(notes.state()).toEqual({ text: 'never lost', savedAt: null, status: 'failed' });
    await timer.pass(1_000);
    backend.waiting[1]!.fail();
    await settle();
    await timer.pass(2_000);
    backend.waiting[2]!.succeed();
    await settle();
    expect(notes.state()).toEqual({ text: 'never lost', savedAt: 'saved 1', status: 'saved' });
  });

  it('tell who waits for them that it failed, so that no call is finished without its note', async () => {
    const timer = createFakeTimer();
    const backend = createSlowBackend();
    const notes = createNotesAutosave(START, backend.save, timer);
    notes.type('note');
    const flushed = notes.flush();
    backend.waiting[0]!.fail();
    await expect(flushed).rejects.toThrow('disk full');
    expect(notes.state().text).toBe('note');
  });

  it('tell their listeners, until they stop listening', async () => {
    const notes = createNotesAutosave(START, async () => 'now', createFakeTimer());
    const listener = vi.fn<() => void>();
    const stop = notes.subscribe(listener);
    notes.type('a');
    expect(listener).toHaveBeenCalledOnce();
    stop();
    notes.type('ab');
    expect(listener).toHaveBeenCalledOnce();
  });

  it('always end with what was typed last, whatever fails on the way', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), text: fc.string() }),
      fc.record({ kind: fc.constant('wait' as const), for: fc.integer({ min: 0, max: 3_000 }) }),
      fc.record({ kind: fc.constant('answer' as const), succeeds: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const timer = createFakeTimer();
        const backend = createSlowBackend();
        const notes = createNotesAutosave(START, backend.save, timer);
        let answered = 0;
        let typed = '';
        const answerNext = async (succeeds: boolean): Promise<void> => {
          const next = backend.waiting[answered];
          if (next === undefined) return;
          answered += 1;
          if (succeeds) next.succeed();
          else next.fail();
          await settle();
        };
        for (const current of steps) {
          if (current.kind === 'type') {
            typed = current.text;
            notes.type(typed);
          } else if (current.kind === 'wait') await timer.pass(current.for);
          else await answerNext(current.succeeds);
          expect(notes.state().text).toBe(typed);
          expect(backend.waiting.length - answered).toBeLessThanOrEqual(1);
        }
        for (let round = 0; round < 60 && notes.state().status !== 'saved'; round += 1) {
          await timer.pass(20_000);
          await answerNext(true);
        }
        expect(notes.state()).toMatchObject({ text: typed, status: 'saved' });
        expect(backend.kept.at(-1) ?? '').toBe(typed);
      }),
      { numRuns: 150 },
    );
  });
});
