/** The spelling of notes, with the word lists as they are shipped. */
import nspell from 'nspell';
import { describe, expect, it, vi } from 'vitest';
import { offerContextMenu } from '../../../electron/desktop/context-menu.ts';
import { allDictionaryFiles, readDictionary } from '../../../electron/desktop/dictionary-files.ts';
import type { MenuEntry } from '../../../electron/desktop/menu.ts';
import { createSpellProvider } from '../../../electron/desktop/spell-provider.ts';
import { createSpelling } from '../../../electron/desktop/spelling.ts';
import { createSpellingRelay } from '../../../electron/desktop/spelling-relay.ts';
import { serveSpelling } from '../../../electron/desktop/spelling-server.ts';
import { standIn } from '../shell/stand-in.ts';
import { mainPort, recordingLog, standInChild, type StandInChild } from '../shell/stand-in-parts.ts';

const spelling = createSpelling([nspell(readDictionary('nl')), nspell(readDictionary('en'))]);

describe('a note', () => {
  it.each(
    'Mevrouw belt donderdag terug over haar machtiging en de storno, ze is verhuisd naar een ziekenhuisbezoek huisartspost zwemlessen e-mailadres zo’n drie keer she would like a letter in English please'.split(
      /[\s,]+/,
    ),
  )('has nothing underlined at %s', (word) => {
    expect(spelling.misspelt([word])).toEqual([]);
  });

  it.each(['moeilik', 'gebelt', 'donatur', 'dankbar', 'afspraack', 'tommorrow'])('has %s underlined', (word) => {
    expect(spelling.misspelt([word])).toEqual([word]);
  });

  it('has no name, number, abbreviation or address underlined', () => {
    expect(spelling.misspelt(['Xyzwq', 'CRMX', '06-1234xq', 'jqan@voorbeeldq.nl', 'q', 'x'.repeat(200)])).toEqual([]);
  });

  it('is offered what may have been meant', () => {
    expect(spelling.suggest('moeilik')).toContain('moeilijk');
    expect(spelling.suggest('x'.repeat(200))).toEqual([]);
  });
});

it('the word lists lie in the package, and nowhere on the internet', () => {
  expect(allDictionaryFiles().map(({ name }) => name)).toEqual(['nl.aff', 'nl.dic', 'en.aff', 'en.dic']);
});

interface Bench {
  readonly children: readonly StandInChild[];
  readonly check: (...words: string[]) => Promise<string[]>;
  readonly relay: ReturnType<typeof createSpellingRelay>;
}

function answering(load = () => spelling): StandInChild {
  return standInChild((port) => serveSpelling({ port, load, log: recordingLog() }));
}

function bench(newChild: () => StandInChild = answering): Bench {
  const { electron, children } = standIn({ newChild });
  const relay = createSpellingRelay({
    utilityProcess: electron.utilityProcess,
    path: '/built/spelling.js',
    log: recordingLog(),
  });
  const provider = createSpellProvider();
  const { port1, port2 } = new MessageChannel();
  relay.attach(mainPort(port1 as unknown as Parameters<typeof mainPort>[0]));
  provider.attach(port2);
  const check = (...words: string[]) => new Promise<string[]>((resolve) => provider.spellCheck(words, resolve));
  return { children, relay, check };
}

describe('the process with the word lists', () => {
  it('is there from the first word, and answers', async () => {
    const { children, check, relay } = bench();
    expect(children).toHaveLength(0);
    expect(await check('moeilik', 'moeilijk')).toEqual(['moeilik']);
    expect(await relay.suggest('moeilik')).toContain('moeilijk');
    expect(children).toHaveLength(1);
  });

  it('keeps nobody waiting when it dies, and comes back a few times', async () => {
    const { children, check } = bench(() => standInChild());
    for (let time = 0; time < 5; time += 1) {
      const answer = check('moeilik');
      await vi.waitFor(() => expect(children.length).toBe(Math.min(time + 1, 3)));
      children.at(-1)?.emit('exit', 1);
      expect(await answer).toEqual([]);
    }
    expect(children).toHaveLength(3);
  });

  it('underlines nothing when its lists cannot be read', async () => {
    const { check } = bench(() =>
      answering(() => {
        throw new Error('not whole');
      }),
    );
    expect(await check('moeilik')).toEqual([]);
  });

  it('takes nothing else from the page’s side', async () => {
    const { electron, children } = standIn();
    const log = recordingLog();
    const relay = createSpellingRelay({ utilityProcess: electron.utilityProcess, path: '/x', log });
    const { port1, port2 } = new MessageChannel();
    relay.attach(mainPort(port1 as unknown as Parameters<typeof mainPort>[0]));
    const closed = new Promise((resolve) => port2.addEventListener('close', resolve));
    port2.start();
    port2.postMessage({ id: 1, kind: 'suggest', word: 'x' });
    await closed;
    expect(children).toEqual([]);
  });
});

describe('the right mouse button', () => {
  async function offered(isEditable: boolean, misspelledWord: string, selectionText = ''): Promise<MenuEntry[]> {
    const shown: MenuEntry[][] = [];
    const options = {
      spelling: { suggest: async () => ['moeilijk'] },
      language: 'nl' as const,
      replace: () => undefined,
    };
    const facts = { isEditable, misspelledWord, selectionText };
    await offerContextMenu(facts, { ...options, popup: (template) => shown.push(template) });
    return shown[0] ?? [];
  }

  it('offers the right word and what one does with a text', async () => {
    const labels = (await offered(true, 'moeilik')).map(({ label }) => label ?? '-');
    expect(labels).toEqual(['moeilijk', '-', 'Knippen', 'Kopiëren', 'Plakken', '-', 'Alles selecteren']);
  });

  it('offers copying elsewhere, and nothing where nothing is chosen', async () => {
    expect((await offered(false, '', 'Zwolle')).map(({ role }) => role)).toEqual(['copy']);
    expect(await offered(false, '')).toEqual([]);
  });
});
