/** How often everything happened, to see that the proof covers what it claims to. */
export class Coverage {
  readonly #counts = new Map<string, number>();

  /** @param group a heading of the table: `fault`, `command`, `operation` … */
  count(group: string, name: string, times = 1): void {
    const key = `${group}\t${name}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + times);
  }

  toJson(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  add(counts: Readonly<Record<string, number>>): void {
    for (const [key, times] of Object.entries(counts)) {
      const [group = '', name = ''] = key.split('\t');
      this.count(group, name, times);
    }
  }

  /** A table in Markdown: one line per heading. */
  table(): string {
    const groups = Map.groupBy(this.#counts, ([key]) => key.split('\t')[0] ?? '');
    const lines = [...groups].toSorted().map(([group, entries]) => {
      const cells = entries
        .map(([key, times]) => ({ name: key.split('\t')[1] ?? '', times }))
        .toSorted((a, b) => b.times - a.times || a.name.localeCompare(b.name))
        .map(({ name, times }) => `${name} ${times.toLocaleString('en')}`);
      return `| ${group} | ${cells.join(' · ')} |`;
    });
    return ['| what | how often |', '| --- | --- |', ...lines].join('\n');
  }
}
