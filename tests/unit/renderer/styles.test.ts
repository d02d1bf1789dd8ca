/** Style sheets are global: a class that two of them lay out looks in one place as it was meant for the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../../renderer');

describe('the style sheets', () => {
  it('lay each class out in one file', () => {
    const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
    const homes = new Map<string, Set<string>>();
    for (const file of files) {
      const text = readFileSync(join(RENDERER, file), 'utf8');
      for (const [, name = ''] of text.matchAll(/^\.([a-zA-Z-]+) \{/gm)) {
        homes.set(name, (homes.get(name) ?? new Set()).add(file));
      }
    }
    expect(homes.size).toBeGreaterThan(50);
    expect([...homes].filter(([, places]) => places.size > 1).map(([name, places]) => [name, ...places])).toEqual([]);
  });
});
