/** The figures of a proof as lines: whatever numbers its JSON holds, by name, and what it has to say besides. */

export function figuresIn(value: unknown): readonly string[] {
  return linesOf(value, []);
}

function linesOf(value: unknown, path: readonly string[]): readonly string[] {
  if (typeof value === 'number' && Number.isFinite(value)) return [`${path.join(' ')}: ${value.toLocaleString('en')}`];
  if (typeof value === 'string') return path.at(-1) === 'notes' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => linesOf(each, path));
  if (typeof value !== 'object' || value === null) return [];
  const name = 'name' in value && typeof value.name === 'string' ? value.name : null;
  const below = name === null ? path : [];
  const own = Object.entries(value).flatMap(([key, each]) =>
    linesOf(each, key === 'figures' || key === 'reports' ? below : [...below, key]),
  );
  // What has a name of its own is one line.
  return name !== null && own.length > 0 ? [`${name}: ${own.join(', ')}`] : own;
}
