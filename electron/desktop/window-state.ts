/** Where the window was, and where it comes back: never where nobody can see or reach it. */
import { z } from 'zod';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const place = z.int().min(-100_000).max(100_000);
const length = z.int().min(1).max(100_000);
export const ZOOM = { smallest: 0.5, largest: 3 } as const;

export const windowStateSchema = z.object({
  bounds: z.object({ x: place, y: place, width: length, height: length }),
  isMaximised: z.boolean(),
  /** 1 is the size that was designed; a tired eye takes more. */
  zoom: z.number().min(ZOOM.smallest).max(ZOOM.largest),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export const SMALLEST = { width: 1024, height: 700 } as const;
const USUAL = { width: 1280, height: 860 } as const;
/** As much of the bar above the window must lie on a screen, so that it can be moved. */
const GRASP = { width: 120, height: 40 } as const;

export interface PlacedWindow {
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number };
  readonly isMaximised: boolean;
  readonly zoom: number;
}

/** @param screens the parts of the screens that a window may take, the main one first; a beamer may be gone by now */
export function placeWindow(kept: WindowState | null, screens: readonly Rectangle[]): PlacedWindow {
  if (kept === null) return { bounds: fitInto(USUAL, screens[0]), isMaximised: false, zoom: 1 };
  const { bounds, isMaximised, zoom } = kept;
  const screen = screens.find((each) => isGraspable(bounds, each));
  if (screen === undefined) return { bounds: fitInto(bounds, screens[0]), isMaximised, zoom };
  const size = fitInto(bounds, screen);
  return { bounds: { ...size, ...pushInto({ ...bounds, ...size }, screen) }, isMaximised, zoom };
}

/** Without a place: then it comes in the middle of the main screen. */
function fitInto(
  wanted: Pick<Rectangle, 'width' | 'height'>,
  screen: Rectangle | undefined,
): { width: number; height: number } {
  const fit = (size: number, smallest: number, room: number | undefined): number =>
    Math.min(Math.max(size, smallest), Math.max(room ?? size, smallest));
  return {
    width: fit(wanted.width, SMALLEST.width, screen?.width),
    height: fit(wanted.height, SMALLEST.height, screen?.height),
  };
}

/** Moved no more than is needed; of one that is larger than the screen the corner with its bar is shown. */
function pushInto(bounds: Rectangle, screen: Rectangle): { readonly x: number; readonly y: number } {
  const push = (at: number, size: number, from: number, room: number): number =>
    Math.max(from, Math.min(at, from + room - size));
  return {
    x: push(bounds.x, bounds.width, screen.x, screen.width),
    y: push(bounds.y, bounds.height, screen.y, screen.height),
  };
}

function isGraspable(bounds: Rectangle, screen: Rectangle): boolean {
  const shared = (at: number, size: number, from: number, room: number): number =>
    Math.min(at + size, from + room) - Math.max(at, from);
  return (
    shared(bounds.x, bounds.width, screen.x, screen.width) >= GRASP.width &&
    shared(bounds.y, GRASP.height, screen.y, screen.height) >= GRASP.height
  );
}
