import { describe, expect, it, vi } from 'vitest';
import { COMMAND_IDS, definitionOf } from '../../../renderer/commands/catalogue.ts';
import type { FocusedPlace } from '../../../renderer/commands/guard.ts';
import { writtenKey, type KeyPress } from '../../../renderer/commands/keys.ts';
import { createCommandRegistry, type Run } from '../../../renderer/commands/registry.ts';

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

/** An element that stands inside what the selector names. */
function place(inside: string): FocusedPlace {
  return { closest: (selectors) => (selectors.split(', ').includes(inside) ? {} : null) };
}

const NOTE = place('textarea');
const PAGE = place('body');

describe('writtenKey', () => {
  it.each([
    [press('b'), 'B'],
    [press('B'), 'B'],
    [press('B', { shiftKey: true }), 'Shift+B'],
    [press('?', { shiftKey: true }), '?'],
    [press('1'), '1'],
    [press('Enter', { ctrlKey: true }), 'Ctrl+Enter'],
    [press('Enter', { metaKey: true }), 'Ctrl+Enter'],
    [press('ArrowLeft'), 'ArrowLeft'],
    [press('k', { ctrlKey: true }), 'Ctrl+K'],
  ])('writes %o as %s', (event, written) => {
    expect(writtenKey(event)).toBe(written);
  });

  it('leaves signs that are typed with right Alt alone', () => {
    expect(writtenKey(press('€', { altKey: true, ctrlKey: true }))).toBeNull();
  });
});

describe('the registry', () => {
  it('runs a command by its key', () => {
    const registry = createCommandRegistry();
    const run = vi.fn<Run>();
    registry.set('call.dial', run);
    expect(registry.press(press('b'), PAGE)).toBe('ran');
    expect(run).toHaveBeenCalledWith('B');
  });

  it('says what can be done, a layer first, and does it without its key', () => {
    const registry = createCommandRegistry();
    const run = vi.fn<Run>();
    registry.set('call.outcome', run);
    const forget = registry.set('composer.save', run);
    registry.set('call.dial', run);
    expect(registry.available()).toEqual(['composer.save', 'call.outcome', 'call.dial']);
    registry.run('call.dial');
    expect(run).toHaveBeenLastCalledWith('B');
    forget();
    registry.run('composer.save');
    expect(run).toHaveBeenCalledTimes(1);
    expect(registry.available()).toEqual(['call.outcome', 'call.dial']);
  });

  it('gives no command by its key while one is being chosen, not even one that works in a text', () => {
    const registry = createCommandRegistry();
    const run = vi.fn<Run>();
    for (const id of COMMAND_IDS) registry.set(id, run);
    for (const key of ['Enter', 'Escape', 'ArrowDown', 'b']) {
      expect(registry.press(press(key), place('[data-keeps-keys]'))).toBe('none');
    }
    expect(run).not.toHaveBeenCalled();
  });

  it('never runs letters or digits while somebody types', () => {
    const registry = createCommandRegistry();
    const run = vi.fn<Run>();
    for (const id of COMMAND_IDS) registry.set(id, run);
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?') {
      expect(registry.press(press(key), NOTE)).toBe('none');
    }
    expect(run).not.toHaveBeenCalled();
  });

  it.each(['textarea', '[role="textbox"]', '[role="spinbutton"]'])('knows that one types in %s', (field) => {
    const registry = createCommandRegistry();
    registry.set('call.outcome', vi.fn<Run>());
    expect(registry.press(press('1'), place(field))).toBe('none');
  });

  it('runs Ctrl+Enter while somebody types, where that is meant', () => {
    const registry = createCommandRegistry();
    const run = vi.fn<Run>();
    registry.set('call.finish', run);
    expect(registry.press(press('Enter', { ctrlKey: true }), NOTE)).toBe('ran');
    expect(run).toHaveBeenCalledOnce();
  });

  it('leaves the field with Esc, and only then goes back with it', () => {
    const registry = createCommandRegistry();
    const back = vi.fn<Run>();
    registry.set('call.leave', back);
    expect(registry.press(press('Escape'), NOTE)).toBe('leave-field');
    expect(back).not.toHaveBeenCalled();
    expect(registry.press(press('Escape'), PAGE)).toBe('ran');
    expect(back).toHaveBeenCalledOnce();
  });

  it('gives a key to an open layer first, and to the screen again when it is closed', () => {
    const registry = createCommandRegistry();
    const outcome = vi.fn<Run>();
    const emotion = vi.fn<Run>();
    const close = registry.set('emotion.choose', emotion);
    registry.set('call.outcome', outcome);
    registry.press(press('4'), PAGE);
    expect(emotion).toHaveBeenCalledWith('4');
    close();
    registry.press(press('4'), PAGE);
    expect(outcome).toHaveBeenCalledWith('4');
    expect(emotion).toHaveBeenCalledOnce();
  });

  it('lets what was set last go first', () => {
    const registry = createCommandRegistry();
    const first = vi.fn<Run>();
    const second = vi.fn<Run>();
    registry.set('today.undo', first);
    const remove = registry.set('today.undo', second);
    registry.press(press('z'), PAGE);
    expect(second).toHaveBeenCalledOnce();
    remove();
    remove();
    registry.press(press('z'), PAGE);
    expect(first).toHaveBeenCalledOnce();
  });

  it('leaves Enter to a button, arrows to what moves by arrows, and everything to what floats', () => {
    const registry = createCommandRegistry();
    for (const id of COMMAND_IDS) registry.set(id, vi.fn<Run>());
    expect(registry.press(press('Enter'), place('button'))).toBe('none');
    expect(registry.press(press('ArrowLeft'), place('[role="tablist"]'))).toBe('none');
    expect(registry.press(press('b'), place('[role="menu"]'))).toBe('none');
    expect(registry.press(press('Escape'), place('[role="dialog"]'))).toBe('none');
    expect(registry.press(press('d'), place('[aria-haspopup="listbox"]'))).toBe('none');
    expect(registry.press(press('b'), place('button'))).toBe('ran');
  });

  it('turns off single letters, digits and signs, and keeps the rest (WCAG 2.1.4)', () => {
    const registry = createCommandRegistry();
    for (const id of COMMAND_IDS) registry.set(id, vi.fn<Run>());
    registry.setSingleKeys(false);
    expect(registry.press(press('b'), PAGE)).toBe('none');
    expect(registry.press(press('1'), PAGE)).toBe('none');
    expect(registry.press(press('?'), PAGE)).toBe('none');
    expect(registry.press(press('Enter', { ctrlKey: true }), PAGE)).toBe('ran');
    expect(registry.press(press('Escape'), PAGE)).toBe('ran');
  });
});

describe('the catalogue', () => {
  it('gives no key to two commands of the same screen or layer', () => {
    const slots = COMMAND_IDS.flatMap((id) => definitionOf(id).keys.map((key) => `${definitionOf(id).when} ${key}`));
    expect(slots.filter((slot, index) => slots.indexOf(slot) !== index)).toEqual([]);
  });

  it('gives no key of everywhere to anything else', () => {
    const everywhere = COMMAND_IDS.filter((id) => definitionOf(id).when === 'everywhere');
    const taken = new Set(everywhere.flatMap((id) => definitionOf(id).keys));
    const others = COMMAND_IDS.filter((id) => definitionOf(id).when !== 'everywhere');
    expect(others.filter((id) => definitionOf(id).keys.some((key) => taken.has(key)))).toEqual([]);
  });

  it('lets no key that can be typed work while somebody types', () => {
    const typed = COMMAND_IDS.filter(
      (id) => definitionOf(id).whileTyping === true && definitionOf(id).keys.some((key) => key.length === 1),
    );
    expect(typed).toEqual([]);
  });

  it('writes every key as a press of it is written', () => {
    const keys = COMMAND_IDS.flatMap((id) => definitionOf(id).keys);
    const pressed = keys.map((key) => {
      const parts = key.split('+');
      return press(parts.at(-1) ?? '', { ctrlKey: parts.includes('Ctrl'), shiftKey: parts.includes('Shift') });
    });
    expect(pressed.map(writtenKey)).toEqual(keys);
  });
});
