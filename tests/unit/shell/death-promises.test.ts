/** What the shell promises beyond keeping things out: what ends before its time, and what is written down of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readCrashReports } from '../../../electron/launch/crash-report.ts';
import { createNotesAutosave } from '../../../renderer/data/notes-autosave.ts';
import { EVENING, openPage, start } from './started.ts';
import { opened } from './opened.ts';

describe('a backend that dies', () => {
  it('comes back, is told of, and is written down without a word of what was done', async () => {
    const started = await opened();
    started.children[0]?.emit('exit', 139);
    await vi.waitFor(() => expect(started.page.desk.notice.get()).toBe('backend-came-back'));
    started.page.desk.tell({ kind: 'notice-seen' });
    expect(readCrashReports(started.profile).map(({ report }) => report)).toMatchObject([
      { part: 'backend', reason: 'exited', code: 139, places: [], at: new Date(EVENING).toISOString() },
    ]);
  });

  it('takes nothing along of what is being typed', async () => {
    const started = await opened();
    const notes = createNotesAutosave(
      { text: '', savedAt: null },
      async (text) => {
        const answer = await started.page.ask('call.saveNotes', { notes: text });
        if (!answer.ok) throw new Error('not saved');
        return '2026-11-20T17:30:00Z';
      },
      { start: (_milliseconds, run) => setTimeout(run, 5), stop: (handle) => clearTimeout(handle as NodeJS.Timeout) },
    );
    notes.type('Mevrouw belt terug na zes uur');
    // On its way to a process that is gone: nobody types on, and it is saved all the same.
    const lost = notes.flush().catch(() => 'lost');
    started.children[0]?.emit('exit', 1);
    expect(await lost).toBe('lost');
    await vi.waitFor(() => expect(notes.state().status).toBe('saved'));
    expect(started.backends[1]?.asked.at(-1)).toEqual({
      procedure: 'call.saveNotes',
      input: { notes: 'Mevrouw belt terug na zes uur' },
    });
  });
});

describe('a page that dies', () => {
  it('comes back, is told of, and is written down', async () => {
    const started = await opened();
    started.window().webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(started.window().webContents.reloads).toBe(1);
    const again = openPage(started);
    await again.ask('session.get', {});
    await vi.waitFor(() => expect(again.desk.notice.get()).toBe('page-came-back'));
    expect(readCrashReports(started.profile).map(({ report }) => report)).toMatchObject([
      { part: 'page', reason: 'oom' },
    ]);
  });
});

describe('what is written down of a crash', () => {
  it('is a word, and never what stands behind it', async () => {
    const started = await start();
    started.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'mevrouw Jansen, 06 12345678', exitCode: 5 });
    started.app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 });
    expect(readCrashReports(started.profile).map(({ report }) => report)).toMatchObject([
      { part: 'graphics', reason: 'unknown', code: 5 },
    ]);
    const [file = ''] = readdirSync(join(started.profile, 'crash-reports'));
    expect(readFileSync(join(started.profile, 'crash-reports', file), 'utf8')).not.toContain('Jansen');
    expect(JSON.stringify(started.log.lines)).not.toContain('Jansen');
  });

  it('is never a piece of memory: Chromium’s own crash reporter is not started anywhere', async () => {
    expect((await opened()).calls).not.toContain('crashReporter.start');
    const sources = ['shell', 'desktop', 'launch', 'backend'].flatMap((room) =>
      readdirSync(join(import.meta.dirname, '../../../electron', room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    );
    expect(sources.filter((text) => text.includes('crashReporter'))).toEqual([]);
  });
});
