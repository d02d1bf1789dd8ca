/** Where things stand on the evening line, in percent of its length. Pure. */

/** Minutes since midnight. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** How a label stands to its point: on it, beginning at it, or ending at it. */
export type Alignment = 'middle' | 'start' | 'end';

const HALF_HOUR = 30;
const SHORTEST_MINUTES = 60;

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** From the half hour in which this day's calls began (never before opening), up to closing time. */
export function spanOf(day: {
  readonly opens: string;
  readonly closes: string;
  readonly now: string;
  readonly called: readonly string[];
}): LineSpan {
  const to = minutesOf(day.closes);
  const first = Math.min(minutesOf(day.now), ...day.called.map(minutesOf));
  const halfHour = Math.floor(first / HALF_HOUR) * HALF_HOUR;
  return { from: Math.max(minutesOf(day.opens), Math.min(halfHour, to - SHORTEST_MINUTES)), to };
}

export function positionOf(time: string, { from, to }: LineSpan): number {
  const share = ((minutesOf(time) - from) / (to - from)) * 100;
  return Math.min(100, Math.max(0, share));
}

/**
 * Positions of dots, oldest first, at least `gap` apart where there is room: first pushed to the right of the one
 * before, then back so that none comes after `now`.
 */
export function placeDots(times: readonly string[], span: LineSpan, now: string, gap: number): readonly number[] {
  const places: number[] = [];
  for (const time of times) {
    places.push(Math.max(positionOf(time, span), (places.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  }
  let limit = positionOf(now, span);
  return places
    .toReversed()
    .map((place) => {
      const moved = Math.max(0, Math.min(place, limit));
      limit = moved - gap;
      return moved;
    })
    .toReversed();
}

export interface PromiseLabel {
  readonly place: number;
  readonly alignment: Alignment;
  /** Labels that would lie over each other say less: first no name, then nothing. */
  readonly says: 'time-and-name' | 'time' | 'nothing';
}

const NAME_NEEDS = 17;
const TIME_NEEDS = 7;
const NEAR_EDGE = 8;

/** Labels of promises that are still to come, earliest first. */
export function placePromises(times: readonly string[], span: LineSpan, now: string): readonly PromiseLabel[] {
  const cursor = positionOf(now, span);
  const places = times.map((time) => positionOf(time, span));
  return places.map((place, index) => {
    const distance = Math.min(
      place - (places[index - 1] ?? Number.NEGATIVE_INFINITY),
      (places[index + 1] ?? Number.POSITIVE_INFINITY) - place,
    );
    const says = distance >= NAME_NEEDS ? 'time-and-name' : distance >= TIME_NEEDS ? 'time' : 'nothing';
    const alignment = place - cursor < NEAR_EDGE ? 'start' : place > 100 - NEAR_EDGE ? 'end' : 'middle';
    return { place, alignment, says };
  });
}

/** The label of the cursor keeps clear of the labels at both ends. */
export function placeNow(now: string, span: LineSpan): { readonly place: number; readonly alignment: Alignment } {
  const place = positionOf(now, span);
  return { place, alignment: place > 84 ? 'end' : place < 4 ? 'start' : 'middle' };
}
