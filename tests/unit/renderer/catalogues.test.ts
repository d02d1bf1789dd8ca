import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_IDS } from '../../../renderer/commands/catalogue.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { nl } from '../../../renderer/i18n/nl.ts';

const RENDERER = join(import.meta.dirname, '../../../renderer');
const PLURAL = /_(?:zero|one|other)$/;

function flatten(catalogue: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    const full = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') texts.set(full, value);
    else for (const [inner, text] of flatten(value as object, full)) texts.set(inner, text);
  }
  return texts;
}

function sources(): string {
  return readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n') && !file.startsWith('dev'))
    .map((file) => readFileSync(join(RENDERER, file), 'utf8'))
    .join('\n');
}

const dutch = flatten(nl);
const english = flatten(en);
const keys = new Set([...dutch.keys()].map((key) => key.replace(PLURAL, '')));

describe('the catalogues', () => {
  it('have the same keys in the same order', () => {
    expect([...english.keys()]).toEqual([...dutch.keys()]);
  });

  it('have no empty texts', () => {
    expect([...dutch, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fill in the same words in both languages', () => {
    const places = (text: string): string[] => (text.match(/\{\{\w+\}\}|<\/?\d>/g) ?? []).toSorted();
    const differing = [...dutch].filter(
      ([key, text]) => !PLURAL.test(key) && places(text).join() !== places(english.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('have both forms of every plural', () => {
    const lonely = [...dutch.keys()].filter(
      (key) => key.endsWith('_one') && !dutch.has(key.replace(/_one$/, '_other')),
    );
    expect(lonely).toEqual([]);
  });

  it('name every command', () => {
    expect(COMMAND_IDS.filter((id) => !dutch.has(`commands.${id}`))).toEqual([]);
    expect([...dutch.keys()].filter((key) => key.startsWith('commands.'))).toHaveLength(COMMAND_IDS.length);
  });

  it('do not shout', () => {
    expect([...dutch, ...english].filter(([, text]) => text.includes('!'))).toEqual([]);
  });

  it('say je to the volunteer, never u', () => {
    const formal = [...dutch].filter(([key, text]) => !key.startsWith('call.sayYou.') && /\b(?:u|uw)\b/i.test(text));
    expect(formal).toEqual([]);
  });

  it('have no English in Dutch, and no Dutch in English', () => {
    const ownName = new Set(['menu.languages.nl', 'menu.languages.en', 'call.sayYou.formal', 'call.sayYou.informal']);
    const englishWords = /\b(?:the|you|your|and|with|this|save|saved|call|calling|not|done|close|back|undo|error)\b/i;
    const dutchWords = /\b(?:de|het|een|je|niet|en|van|wat|bewaar|bellen|gesprek|terug|naar|sluit)\b/i;
    const isForeign = (words: RegExp) => (entry: readonly [string, string]) => {
      const [key, text] = entry;
      return !ownName.has(key) && words.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
    };
    expect([...dutch].filter(isForeign(englishWords))).toEqual([]);
    expect([...english].filter(isForeign(dutchWords))).toEqual([]);
  });
});

describe('the texts that the screens ask for', () => {
  const code = sources();
  const literal = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
  /** `t(`a.${b}.c`)`, and keys that are chosen before they are asked for. */
  const patterns = [...code.matchAll(/`([a-z]+\.[\w.]*\$\{[^`]*)`/gi)].map(
    ([, pattern = '']) =>
      new RegExp(
        `^${pattern
          .split(/\$\{[^}]*\}/)
          .map((part) => part.replaceAll('.', String.raw`\.`))
          .join('[^.]+(?:\\.[^.]+)?')}$`,
      ),
  );
  const quoted = new Set([...code.matchAll(/'([a-z]+(?:\.[\w-]+)+)'/gi)].map(([, key = '']) => key));

  it('all exist', () => {
    expect(literal.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('are all that there are', () => {
    const isUsed = (key: string): boolean => quoted.has(key) || patterns.some((pattern) => pattern.test(key));
    expect([...keys].filter((key) => !isUsed(key))).toEqual([]);
  });
});
