/**
 * How often an engine that tries everything in turn, as V8 does, would look at a character. Counted and not timed: the
 * same on every machine, whatever else it is doing.
 */
import type { Part, Pattern } from './parse-pattern.ts';

class TooMany extends Error {}

/** Steps of a search through the whole text; `limit` when there are more. */
export function countSteps({ whole, isMultiline }: Pattern, text: string, limit: number): number {
  const characters = Array.from(text);
  let steps = 0;

  const isWord = (at: number): boolean => /^\w$/.test(characters[at] ?? '');
  const isBorder = (at: number): boolean => isWord(at - 1) !== isWord(at);

  const match = (part: Part, at: number, then: (at: number) => boolean): boolean => {
    steps += 1;
    if (steps > limit) throw new TooMany();
    switch (part.kind) {
      case 'character': {
        const character = characters[at];
        return character !== undefined && part.accepts(character) && then(at + 1);
      }
      case 'sequence':
        return sequence(part.parts, 0, at, then);
      case 'choice':
        return part.parts.some((each) => match(each, at, then));
      case 'repeat':
        return repeat(part, 0, at, -1, then);
      case 'look':
        return (
          (part.isBehind ? matchBehind(part.part, at) : match(part.part, at, () => true)) !== part.isNot && then(at)
        );
      case 'start':
        return (at === 0 || (isMultiline && characters[at - 1] === '\n')) && then(at);
      case 'end':
        return (at === characters.length || (isMultiline && characters[at] === '\n')) && then(at);
      case 'border':
        return isBorder(at) && then(at);
      case 'no-border':
        return !isBorder(at) && then(at);
    }
  };

  const sequence = (parts: readonly Part[], index: number, at: number, then: (at: number) => boolean): boolean => {
    const part = parts[index];
    if (part === undefined) return then(at);
    return match(part, at, (next) => sequence(parts, index + 1, next, then));
  };

  const repeat = (
    part: Extract<Part, { kind: 'repeat' }>,
    times: number,
    at: number,
    before: number,
    then: (at: number) => boolean,
  ): boolean => {
    // A turn that took nothing ends it, as in the engine.
    if (at === before && times > part.least) return false;
    const again = (): boolean =>
      times < part.most && match(part.part, at, (next) => repeat(part, times + 1, next, at, then));
    if (times < part.least) return again();
    return part.isLazy ? then(at) || again() : again() || then(at);
  };

  const matchBehind = (part: Part, at: number): boolean => {
    for (let from = at; from >= 0; from -= 1) if (match(part, from, (end) => end === at)) return true;
    return false;
  };

  try {
    for (let from = 0; from <= characters.length; from += 1) if (match(whole, from, () => true)) break;
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
  }
  return Math.min(steps, limit);
}
