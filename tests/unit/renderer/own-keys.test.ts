import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { COMMAND_IDS, definitionOf, screenOf } from '../../../renderer/commands/catalogue.ts';
import {
  CHANGEABLE,
  keysOf,
  ownKeys,
  refusalOf,
  soundKeys,
  type OwnKeys,
} from '../../../renderer/commands/own-keys.ts';
import { createCommandRegistry, type Run } from '../../../renderer/commands/registry.ts';

const press = (key: string) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });

describe('keys of one’s own', () => {
  afterEach(() => ownKeys.set({}));

  it('take the place of the usual ones, at once', () => {
    const registry = createCommandRegistry();
    const notes = vi.fn<Run>();
    registry.set('call.notes', notes);
    ownKeys.set({ 'call.notes': 'X' });
    expect(registry.press(press('t'), null)).toBe('none');
    expect(registry.press(press('x'), null)).toBe('ran');
    expect(notes).toHaveBeenCalledExactlyOnceWith('X');
  });

  it('are one for what is the same on every screen', () => {
    ownKeys.set({ 'today.undo': 'X' });
    for (const id of ['today.undo', 'call.undo', 'settings.undo', 'verify.undo', 'post.undo'] as const) {
      expect(keysOf(id)).toEqual(['X']);
    }
    expect(refusalOf('today.undo', 'T', {})).toEqual({ kind: 'taken', by: 'call.notes' });
  });

  it('leave digits, Enter, Esc and arrows where they are', () => {
    const fixed = /^\d$|^(?:Ctrl\+)?Enter$|^Escape$|^Arrow/;
    expect(CHANGEABLE.filter((id) => definitionOf(id).keys.some((key) => fixed.test(key)))).toEqual([]);
    expect(CHANGEABLE).not.toContain('call.outcome');
    for (const key of ['1', '9', 'Enter', 'Escape', 'ArrowLeft', 'Ctrl+Enter']) {
      expect(refusalOf('call.notes', key, {})).toEqual({ kind: 'fixed' });
    }
  });

  it.each([
    ['call.notes', 'Q', { kind: 'taken', by: 'call.answers' }],
    ['call.notes', '?', { kind: 'taken', by: 'help.open' }],
    ['help.open', 'L', { kind: 'taken', by: 'today.postpone' }],
    ['call.notes', 'F5', { kind: 'impossible' }],
    ['call.notes', 'Ctrl+W', { kind: 'impossible' }],
    ['call.notes', ' ', { kind: 'impossible' }],
    ['call.notes', 'Tab', { kind: 'impossible' }],
    ['palette.open', 'O', { kind: 'types' }],
  ] as const)('of %s cannot be %s', (id, key, refusal) => {
    expect(refusalOf(id, key, {})).toEqual(refusal);
  });

  it.each([
    ['call.notes', 'X'],
    ['call.notes', 'Shift+T'],
    ['call.notes', '.'],
    ['palette.open', 'Ctrl+O'],
    ['palette.open', 'F2'],
    // On another screen.
    ['post.printLabels', 'G'],
  ] as const)('of %s can be %s', (id, key) => {
    const refusal = refusalOf(id, key, {});
    // F2 takes over what the register proposes, which can happen everywhere the palette opens.
    expect(refusal).toEqual(id === 'palette.open' && key === 'F2' ? { kind: 'taken', by: 'editor.propose' } : null);
  });

  it('can be swapped by way of a third', () => {
    let own: OwnKeys = {};
    expect(refusalOf('call.complaint', 'I', own)).not.toBeNull();
    own = { 'call.idea': 'X' };
    expect(refusalOf('call.complaint', 'I', own)).toBeNull();
    own = { ...own, 'call.complaint': 'I' };
    expect(refusalOf('call.idea', 'K', own)).toBeNull();
    own = { ...own, 'call.idea': 'K' };
    expect(soundKeys(own)).toEqual(own);
  });

  it('that were kept by another version are taken as far as they hold', () => {
    expect(soundKeys({ 'call.notes': 'X', 'call.gone': 'Y', 'call.outcome': 'O', 'call.question': 'X' })).toEqual({
      'call.question': 'X',
    });
    expect(soundKeys({ 'call.notes': 'T', 'call.dial': '?' })).toEqual({});
  });

  it('never make one key mean two things at a time, whatever was kept', () => {
    const usual = new Set(pairsWithOneKey({}));
    const kept = fc.dictionary(
      fc.constantFrom(...CHANGEABLE),
      fc.constantFrom('A', 'B', 'O', 'X', 'Y', 'Shift+B', '?', '.', 'F2', 'F4', 'Ctrl+K', 'Ctrl+O', '1', 'Escape'),
      { maxKeys: 12 },
    );
    fc.assert(
      fc.property(kept, (keys) => {
        expect(pairsWithOneKey(soundKeys(keys)).filter((pair) => !usual.has(pair))).toEqual([]);
      }),
    );
  });
});

/** Commands that can be given at the same time with the same key. */
function pairsWithOneKey(own: OwnKeys): readonly string[] {
  return COMMAND_IDS.flatMap((one, index) =>
    COMMAND_IDS.slice(index + 1).flatMap((other) => {
      const screens = [screenOf(one), screenOf(other)];
      const areBoth = screens[0] === screens[1] || screens.includes('everywhere');
      const shared = keysOf(one, own).filter((key) => keysOf(other, own).includes(key));
      return areBoth && shared.length > 0 ? [`${one} ${other}`] : [];
    }),
  );
}
