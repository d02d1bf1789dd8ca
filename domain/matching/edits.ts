/** How many mistakes lie between two words. */
import leven from 'leven';

/** Two neighbouring letters that changed places are one mistake, not two. */
export function editsBetween(one: string, other: string): number {
  return isSwapped(one, other) ? 1 : leven(one, other);
}

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = Array.from({ length: one.length }, (_, index) => index).findIndex((index) => one[index] !== other[index]);
  return at >= 0 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
