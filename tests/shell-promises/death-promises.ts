/** What holds when something ends: the backend, the page, the app; and what is written down of it. */
import type { ShellPromise } from './shell-promise.ts';

const OF_DEATH = ['tests/unit/shell/death-promises.test.ts'];
const OF_DESK = ['tests/unit/shell/desk-promises.test.ts'];
const START = ['tests/unit/shell/start-app.test.ts'];
const BACKEND = ['tests/unit/shell/backend-process.test.ts'];
const FILES = ['tests/unit/desktop/files.test.ts'];
const PROCESS = 'electron/desktop/backend-process.ts';
const OPEN_APP = 'electron/shell/open-app.ts';
const REPORT = 'electron/launch/crash-report.ts';

export const DEATH_PROMISES: readonly ShellPromise[] = [
  {
    name: 'a backend that dies comes back',
    file: PROCESS,
    text: '    start();\n    // A port',
    instead: '    // A port',
    tests: BACKEND,
    test: "the backend's process is brought back after a crash, with a key asked for anew",
  },
  {
    name: 'windows of a dead backend ask for a new port',
    file: PROCESS,
    text: '    for (const port of lost) port.close();\n',
    instead: '',
    tests: BACKEND,
    test: "the backend's process loses its ports in a crash, so that windows ask for new ones",
  },
  {
    name: 'a backend that keeps dying is given up, in words',
    file: PROCESS,
    text: '.length > CRASHES) {',
    instead: '.length > 100) {',
    tests: BACKEND,
    test: "the backend's process is given up when it keeps crashing, with a sentence",
  },
  {
    name: 'the key is wiped once it was handed over',
    file: PROCESS,
    text: '      key?.fill(0);\n',
    instead: '',
    tests: BACKEND,
    test: "the backend's process gets the key, which is then wiped here",
  },
  {
    name: 'whoever works is told that the backend came back',
    file: OPEN_APP,
    text: "      desk.notice('backend-came-back');\n",
    instead: '',
    tests: OF_DEATH,
    test: 'a backend that dies comes back, is told of, and is written down without a word of what was done',
  },
  {
    name: 'what was typed is saved after the backend came back',
    file: 'renderer/data/notes-autosave.ts',
    text: '      schedule(Math.min(FIRST_RETRY_MILLISECONDS * 2 ** failures, LONGEST_RETRY_MILLISECONDS));\n',
    instead: '',
    tests: OF_DEATH,
    test: 'a backend that dies takes nothing along of what is being typed',
  },
  {
    name: 'promises of a dead backend are forgotten',
    file: PROCESS,
    text: '    options.onPromised([]);\n',
    instead: '',
    tests: OF_DESK,
    test: 'a promised call is forgotten when the backend ends, and known again from the next one',
  },
  {
    name: 'a crash of the backend is written down',
    file: OPEN_APP,
    text: "      note('backend', 'exited', code);\n",
    instead: '',
    tests: OF_DEATH,
    test: 'a backend that dies comes back, is told of, and is written down without a word of what was done',
  },
  {
    name: 'a page that dies comes back',
    file: 'electron/shell/main-window.ts',
    text: 'if (options.onPageGone(reason)) webContents.reload();',
    instead: 'options.onPageGone(reason);',
    tests: OF_DEATH,
    test: 'a page that dies comes back, is told of, and is written down',
  },
  {
    name: 'a page that keeps dying is not brought back without end',
    file: 'electron/desktop/page-crashes.ts',
    text: "if (reason === 'clean-exit' || reloads >= RELOADS) return false;",
    instead: "if (reason === 'clean-exit') return false;",
    tests: START,
    test: 'the page comes back when its process ends, but not without end',
  },
  {
    name: 'whoever works is told that the page came back',
    file: OPEN_APP,
    text: "      desk.notice('page-came-back');\n",
    instead: '',
    tests: OF_DEATH,
    test: 'a page that dies comes back, is told of, and is written down',
  },
  {
    name: 'of a crash a word is written down, and nothing behind it',
    file: REPORT,
    text: "return WORD.test(reason) ? reason : 'unknown';",
    instead: 'return reason;',
    tests: OF_DEATH,
    test: 'what is written down of a crash is a word, and never what stands behind it',
  },
  {
    name: 'of an error no message and no folder is written down',
    file: REPORT,
    text: '.filter((place) => PLACE.test(place));',
    instead: '.concat(error.message);',
    tests: FILES,
    test: 'a crash report says of an error its class and the places in our code, and not what it says',
  },
  {
    name: 'a report that would say more is not kept',
    file: REPORT,
    text: 'JSON.stringify(crashReportSchema.parse(report))',
    instead: 'JSON.stringify(report)',
    tests: FILES,
    test: 'a crash report that would say more is not kept',
  },
  {
    name: 'reports do not pile up',
    file: REPORT,
    text: 'namesIn(folder).slice(0, -KEPT)',
    instead: 'namesIn(folder).slice(0, 0)',
    tests: FILES,
    test: 'a crash report is kept with the last twenty, newest first, until they are removed',
  },
  {
    name: 'no piece of memory is ever written down',
    file: 'electron/shell/start-app.ts',
    text: 'const prepared = prepare(electron, options);',
    instead:
      '(electron as unknown as { crashReporter: { start(): void } }).crashReporter.start();\n    const prepared = prepare(electron, options);',
    tests: OF_DEATH,
    test: 'what is written down of a crash is never a piece of memory: Chromium’s own crash reporter is not started anywhere',
  },
  {
    name: 'the log is put aside when it is full',
    file: 'electron/launch/log-file.ts',
    text: 'if (size > 0 && size + length > bytes) rotate();',
    instead: '',
    tests: FILES,
    test: 'the log is put aside when it is full, the oldest is deleted, and no line is cut',
  },
  {
    name: 'a log that cannot be written stops nothing',
    file: 'electron/launch/log-file.ts',
    text: '      } catch {\n        size = null;\n      }',
    instead: '      } finally {\n        size ??= 0;\n      }',
    tests: FILES,
    test: 'the log that cannot be written stops nothing',
  },
  {
    name: 'the window asks before a note is lost',
    file: 'electron/desktop/unsaved-notes.ts',
    text: 'return choice !== STAY;',
    instead: 'return true;',
    tests: START,
    test: 'a note that could not be saved stays when the user stays',
  },
  {
    name: 'the database is closed before the app ends',
    file: 'electron/desktop/ending.ts',
    text: '      await close();\n',
    instead: '',
    tests: START,
    test: 'the way from the page to the backend is closed in good order when the app quits',
  },
  {
    name: 'a backend that does not finish is ended',
    file: PROCESS,
    text: 'setTimeout(() => closing.kill(), options.closeMilliseconds ?? 10_000)',
    instead: 'setTimeout(() => undefined, options.closeMilliseconds ?? 10_000)',
    tests: BACKEND,
    test: "the backend's process is ended when it does not finish in time",
  },
];
