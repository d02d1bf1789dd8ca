/** Versions: which text is one, which is later, and which is not for everybody yet. */
import { describe, expect, it } from 'vitest';
import { isBeta, isLater, isVersion, newestFirst } from '../../../domain/news/version.ts';

describe('a version', () => {
  const longest = `1.0.0-${'a'.repeat(54)}`;

  it.each(['0.1.0', '12.0.3', '0.3.0-beta.1', longest])('%s is one', (text) => expect(isVersion(text)).toBe(true));

  it.each(['', '1.0', 'v1.0.0', ' 1.0.0', '01.0.0', '1.0.0+build.7', `${longest}a`])('%j is none', (text) =>
    expect(isVersion(text)).toBe(false),
  );

  it('is later than those before it, a beta earlier than its own release', () => {
    const order = ['0.9.0', '0.10.0-beta.1', '0.10.0-beta.2', '0.10.0', '1.0.0'];
    expect([...order].reverse().toSorted(newestFirst)).toEqual([...order].reverse());
    expect(order.toSorted(newestFirst)).toEqual([...order].reverse());
    for (const [index, version] of order.entries()) {
      for (const [at, other] of order.entries()) expect(isLater(version, other)).toBe(index > at);
    }
  });

  it('is a beta when it says so', () => {
    expect(['0.3.0-beta.1', '0.3.0'].map(isBeta)).toEqual([true, false]);
  });
});
