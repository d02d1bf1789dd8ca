/** The figures of a proof as lines: whatever numbers its JSON holds, by name. */

export function figuresIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number' && Number.isFinite(value)) return [`${path}: ${value.toLocaleString('en')}`];
  if (Array.isArray(value)) return value.flatMap((each) => figuresIn(each, path));
  if (typeof value !== 'object' || value === null) return [];
  const { name } = value as { name?: unknown };
  const own = Object.entries(value).flatMap(([key, each]) =>
    figuresIn(
      each,
      key === 'figures' || typeof name === 'string' ? key : [path, key].filter((part) => part !== '').join(' '),
    ),
  );
  // What has a name of its own is one line.
  return typeof name === 'string' && own.length > 0 ? [`${name}: ${own.join(', ')}`] : own;
}
