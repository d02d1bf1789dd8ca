/** In which order days, instants and numbers of our own stand. */

/** Days and instants by time, words by their letters: negative when `one` comes first, 0 when they are the same. */
export function inOrder(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
