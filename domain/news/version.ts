/** Versions of Dankbel: "0.2.0", and "0.3.0-beta.1" before it is there for everybody. */
import { compare, gt, parse, prerelease, valid } from 'semver';

const LONGEST = 60;

export function isVersion(text: string): boolean {
  return text.length <= LONGEST && valid(text) === text && parse(text)?.build.length === 0;
}

export function isLater(version: string, than: string): boolean {
  return gt(version, than);
}

/** Newest first. */
export function newestFirst(one: string, other: string): number {
  return compare(other, one);
}

/** Not for everybody yet. */
export function isBeta(version: string): boolean {
  return prerelease(version) !== null;
}
