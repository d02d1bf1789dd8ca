/** An option as an installation starts with it: id, value, name, and the label where that is another text. */
export type SeedOption = readonly [id: number, value: string, name: string, label?: string];

/** An option group with its options. */
export interface SeedGroup {
  readonly name: string;
  readonly title: string;
  readonly options: readonly SeedOption[];
}
