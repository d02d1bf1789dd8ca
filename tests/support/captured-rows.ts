/** The captured answers of a real CiviCRM, as they lie in the fixtures. */
import { readFileSync } from 'node:fs';

// oxlint-disable-next-line typescript/no-explicit-any -- captured JSON of many shapes, only read here
export type CapturedRow = Record<string, any>;

const FOLDER = new URL('../fixtures/civicrm/captured/', import.meta.url);

/** @param name of the file, without its end */
export function capturedRows(name: string): readonly CapturedRow[] {
  const text = readFileSync(new URL(`${name}.json`, FOLDER), 'utf8');
  return (JSON.parse(text) as { response: { values: CapturedRow[] } }).response.values;
}
