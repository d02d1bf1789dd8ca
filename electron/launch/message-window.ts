/**
 * A window with one sentence, for whoever started Dankbel from a menu and has no terminal to read: without it a click on
 * the icon would do nothing. It ends when it is closed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUIET_FLAGS } from './app-window.ts';
import { startChildGroup } from './child-group.ts';

const STYLE =
  'body{margin:0;display:grid;place-items:center;min-height:100vh;background:#eceFe8;color:#16211b;' +
  'font:20px/1.5 sans-serif}p{max-width:30em;margin:2em}' +
  '@media(prefers-color-scheme:dark){body{background:#121a16;color:#e7ebe2}}';

export interface MessageWindowOptions {
  readonly chromium: string;
  readonly sentence: string;
  readonly language: string;
  readonly moreFlags?: readonly string[];
}

/** A page that is nothing but its own address: no file, no network, no script. */
export function messageAddress({ sentence, language }: Pick<MessageWindowOptions, 'sentence' | 'language'>): string {
  const text = sentence.replaceAll(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);
  const page =
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Dankbel</title>` +
    `<style>${STYLE}</style><p role="alert">${text}</p></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(page)}`;
}

/** Resolves when the window has been closed. */
export async function showMessage(options: MessageWindowOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dankbel-message-'));
  try {
    const window = startChildGroup(options.chromium, [
      `--app=${messageAddress(options)}`,
      `--user-data-dir=${folder}`,
      '--window-size=640,320',
      ...QUIET_FLAGS,
      ...(options.moreFlags ?? []),
    ]);
    await window.ended;
    await window.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
