import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuEntry } from '../../../electron/desktop/menu.ts';
import { dueReminders, quietUntil, writeReminder, type ReminderFacts } from '../../../electron/desktop/reminders.ts';
import { beginStart, endStart, safeReason, startsSchema, type Starts } from '../../../electron/desktop/safe-mode.ts';
import { trayMenu, trayText } from '../../../electron/desktop/tray.ts';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-20T17:30:00Z');

describe('a reminder', () => {
  const facts: ReminderFacts = {
    now: NOW,
    promised: [{ id: 1, at: NOW }],
    told: new Set(),
    quietUntil: null,
    isInCall: false,
    isScreenLocked: false,
    isLookedAt: false,
  };
  it.each<[string, Partial<ReminderFacts>, number]>([
    ['when it is due', {}, 1],
    ['not a minute before', { promised: [{ id: 1, at: NOW + 1 }] }, 0],
    ['not half an hour later', { promised: [{ id: 1, at: NOW - 30 * MINUTE }] }, 0],
    ['not twice', { told: new Set([1]) }, 0],
    ['not in a call', { isInCall: true }, 0],
    ['not on a locked screen', { isScreenLocked: true }, 0],
    ['not to whoever looks at it', { isLookedAt: true }, 0],
    ['not while it should be quiet', { quietUntil: NOW + 1 }, 0],
    ['again when the quiet is over', { quietUntil: NOW }, 1],
  ])('comes %s', (_when, change, count) => {
    expect(dueReminders({ ...facts, ...change })).toHaveLength(count);
  });

  it('says when and how many, in both languages', () => {
    const two = [
      { id: 1, at: NOW },
      { id: 2, at: NOW },
    ];
    expect(writeReminder(two.slice(0, 1), 'nl').body).toBe('Er staat een terugbelafspraak om 18:30.');
    expect(writeReminder(two.slice(0, 1), 'en').body).toBe('A call was promised for 18:30.');
    expect(writeReminder(two, 'nl').body).toBe('Er staan 2 terugbelafspraken.');
    expect(writeReminder(two, 'en').body).toBe('2 calls were promised.');
  });

  it('is quiet for an hour, or until six in the morning', () => {
    const now = new Date(2026, 10, 20, 18, 30);
    expect(quietUntil('hour', now) - now.getTime()).toBe(60 * MINUTE);
    expect(quietUntil('tomorrow', now)).toBe(new Date(2026, 10, 21, 6).getTime());
  });
});

describe('the sign beside the clock', () => {
  it('counts, and says when it is quiet', () => {
    expect(trayText({ language: 'nl', due: 0, isQuiet: false })).toBe('Dankbel');
    expect(trayText({ language: 'nl', due: 2, isQuiet: true })).toBe('Dankbel · 2 terugbelafspraken · niet storen');
    expect(trayText({ language: 'en', due: 1, isQuiet: true })).toBe('Dankbel · 1 promised call · do not disturb');
  });
  it('offers quiet, or the end of it', () => {
    const actions = { open: () => undefined, quiet: () => undefined, quit: () => undefined };
    const labels = (isQuiet: boolean) =>
      trayMenu({ language: 'nl', due: 1, isQuiet }, actions).map(({ label }) => label ?? '-');
    expect(labels(true)).toEqual([
      '1 terugbelafspraak',
      'Dankbel openen',
      '-',
      'Weer herinneren',
      '-',
      'Dankbel afsluiten',
    ]);
    expect(labels(false)).toContain('Niet storen tot morgen');
  });
});

describe('safe mode', () => {
  const starts = (...ends: readonly boolean[]): Starts =>
    ends.map((endedWell, index) => ({ at: NOW - (ends.length - index) * MINUTE, endedWell }));
  const reason = (before: Starts, now = NOW) => safeReason(before, { now, isAsked: false });

  it('is for whoever asks', () => {
    expect(safeReason([], { now: NOW, isAsked: true })).toBe('asked');
  });
  it.each([
    [[], null],
    [[false, false], null],
    [[false, false, false], 'crashes'],
    [[true, false, false, false], 'crashes'],
    [[false, false, true], null],
    [[false, true, false], null],
  ] as const)('after %j is %s', (ends, expected) => {
    expect(reason(starts(...ends))).toBe(expected);
  });
  it('is not for bad ends that lie far apart, or for a clock that was set back', () => {
    const apart = [0, 11, 22].map((minutes) => ({ at: NOW + minutes * MINUTE, endedWell: false }));
    expect(reason(apart, NOW + 23 * MINUTE)).toBeNull();
    expect(reason(starts(false, false, false), NOW - 60 * MINUTE)).toBeNull();
  });
  it('remembers no more than it needs, and a good end of the last start alone', () => {
    const many = Array.from({ length: 30 }).reduce<Starts>((before, _, index) => beginStart(before, index), []);
    expect(startsSchema.parse(many)).toHaveLength(10);
    expect(endStart(starts(false, false)).map(({ endedWell }) => endedWell)).toEqual([false, true]);
    expect(endStart([])).toEqual([]);
  });
});

describe('the menu', () => {
  const actions = { run: () => undefined, print: () => undefined, openLogs: () => undefined };
  const accelerators = (entries: readonly MenuEntry[]): string[] =>
    entries.flatMap(({ accelerator, submenu = [] }) => [accelerator ?? [], ...accelerators(submenu)].flat());
  const made = (key: string, platform: NodeJS.Platform) =>
    menuTemplate({
      language: 'nl',
      platform,
      isDevelopment: false,
      page: { kind: 'menu', language: 'nl', groups: [{ title: 'Nu', items: [{ id: 'a', label: 'A', key }] }] },
      extras: [],
      actions,
    });

  it('gives a Mac its own menus, and takes no key there', () => {
    const roles = JSON.stringify(made('B', 'darwin'));
    for (const role of ['services', 'hideOthers', 'unhide', 'front']) expect(roles).toContain(`"${role}"`);
    expect(accelerators(made('B', 'darwin'))).toEqual([]);
    expect(JSON.stringify(made('B', 'win32'))).not.toContain('hideOthers');
  });

  it('hands Electron no key that it would refuse with an exception', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (key) => {
        for (const written of accelerators(made(key, 'linux'))) {
          expect(written).toMatch(/^(?:(?:Ctrl|Shift)\+)*(?:[A-Z0-9/]|F\d{1,2}|Enter|Esc|Up|Down|Left|Right)$/);
        }
      }),
    );
  });

  it('names every item in the language that is asked for', () => {
    const texts = (language: 'nl' | 'en') =>
      JSON.stringify(
        menuTemplate({ language, platform: 'darwin', isDevelopment: false, page: null, extras: [], actions }),
      );
    expect(texts('nl')).toContain('Afdrukken…');
    expect(texts('en')).toContain('Print…');
    expect(texts('en')).not.toMatch(/Bewerken|Afsluiten|Beeld/);
  });
});
