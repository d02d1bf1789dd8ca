import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow, SMALLEST, windowStateSchema } from '../../../electron/desktop/window-state.ts';

const main = { x: 0, y: 0, width: 1_920, height: 1_040 };
const left = { x: -1_280, y: 200, width: 1_280, height: 984 };
const state = (bounds: object) => windowStateSchema.parse({ bounds, isMaximised: false, zoom: 1 });

describe('the window comes back', () => {
  it('in the middle at its usual size the first time', () => {
    expect(placeWindow(null, [main])).toEqual({ bounds: { width: 1_280, height: 860 }, isMaximised: false, zoom: 1 });
  });

  it('on the screen on which it was, also left of the main one', () => {
    const bounds = { x: -1_200, y: 250, width: 1_100, height: 800 };
    expect(placeWindow(state(bounds), [main, left]).bounds).toEqual(bounds);
  });

  it('wholly on its screen when it hung over the edge', () => {
    const { bounds } = placeWindow(state({ x: 1_700, y: 900, width: 1_100, height: 800 }), [main]);
    expect(bounds).toEqual({ x: 820, y: 240, width: 1_100, height: 800 });
  });

  it('in the middle when its bar lay above every screen', () => {
    expect(placeWindow(state({ x: 100, y: -60, width: 1_100, height: 800 }), [main]).bounds).toEqual({
      width: 1_100,
      height: 800,
    });
  });

  const length = fc.integer({ min: 1, max: 20_000 });
  const place = fc.integer({ min: -20_000, max: 20_000 });
  const rectangle = fc.record({ x: place, y: place, width: length, height: length });
  const screen = fc.record({
    x: place,
    y: place,
    width: fc.integer({ min: 640, max: 8_000 }),
    height: fc.integer({ min: 480, max: 5_000 }),
  });

  it('never where its bar cannot be reached, and never smaller than it can be used', () => {
    fc.assert(
      fc.property(rectangle, fc.array(screen, { minLength: 1, maxLength: 4 }), (bounds, screens) => {
        const { bounds: placed } = placeWindow(state(bounds), screens);
        expect(placed.width).toBeGreaterThanOrEqual(SMALLEST.width);
        expect(placed.height).toBeGreaterThanOrEqual(SMALLEST.height);
        const { x, y } = placed;
        if (x === undefined || y === undefined) return;
        const holds = screens.some((each) => {
          const isAcross = x >= each.x && x + Math.min(placed.width, each.width) <= each.x + each.width;
          return isAcross && y >= each.y && y + 40 <= each.y + each.height;
        });
        expect(holds).toBe(true);
      }),
    );
  });

  it.each([{}, null, { bounds: { x: 0, y: 0, width: 0, height: 5 } }, { bounds: main, isMaximised: false, zoom: 90 }])(
    'and what was kept as %j is not believed',
    (kept) => {
      expect(windowStateSchema.safeParse(kept).success).toBe(false);
    },
  );
});
