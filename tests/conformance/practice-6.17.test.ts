import { fileURLToPath } from 'node:url';
import { describeReplay } from './replay.ts';

const CAPTURED = fileURLToPath(new URL('../fixtures/civicrm/captured/', import.meta.url));

describeReplay('6.17, empty', { version: '6.17', times: 2 });
describeReplay('6.17, with invented donors', {
  version: '6.17',
  fill: { kind: 'invented', donors: 60, seed: 11, date: '2026-11-21' },
});
describeReplay('6.17, with the captured charity', {
  version: '6.17',
  fill: { kind: 'captured', directory: CAPTURED },
});
