/** The order of the test files: those that take longest begin first, so that no core waits for them at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes five seconds and more. The others follow in Vitest's own order. */
const LONGEST = [
  'tests/simulation/simulation.test.ts',
  'tests/integration/bench.test.ts',
  'tests/integration/cli/cli.test.ts',
  'tests/durability/durability.test.ts',
  'tests/integration/sync/bad-crm.test.ts',
  'tests/integration/sync/push.test.ts',
  'tests/unit/loopback/browser.test.ts',
  'tests/integration/sync/crash-points.test.ts',
  'tests/integration/sync/pull.test.ts',
  'tests/integration/files/command.test.ts',
  'tests/integration/backend/erasure.test.ts',
  'tests/integration/sync/killed.test.ts',
  'tests/integration/backend/connect.test.ts',
  'tests/integration/backend/practice.test.ts',
  'tests/property/migrations.test.ts',
  'tests/property/slice.test.ts',
  'tests/integration/sources/sheet-killed.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return place === -1 ? LONGEST.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
