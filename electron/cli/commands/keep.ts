/** `backup` and `doctor`: a copy that was proved whole, and what is the matter when a profile does not open. */
import { writeChain } from '../../../domain/audit/chain-sentence.ts';
import { readAnchors } from '../../../db/audit-anchors.ts';
import { checkChain, readBeginning } from '../../../db/audit-chain.ts';
import { noteAudit } from '../../../db/queries/audit.ts';
import { restoreNewestSnapshot } from '../../../db/open/restore.ts';
import { profilePaths } from '../../../db/open/profile-folder.ts';
import { countOperations } from '../../../db/queries/operations.ts';
import { countSlice } from '../../../db/queries/slice.ts';
import { listSnapshots } from '../../../db/snapshot.ts';
import { clock, profileFolder, type Options } from '../options.ts';
import { inOwnLanguage, printJson, printLine, printProblem, type ExitCode } from '../output.ts';
import { keyStoreOf } from '../profile-key.ts';
import { withBackend } from '../with-backend.ts';

export async function backup(options: Options): Promise<ExitCode> {
  const snapshot = await withBackend(options, ({ store }) => store.snapshot(clock(options)()));
  if (options.values.json === true) printJson(snapshot);
  else printLine(`Saved and proved whole: ${snapshot.path}`);
  return 0;
}

/** Opening climbs the whole ladder, so a profile that opens is whole; whether the trail is, is looked at here, and is exit code 2. With `--restore` one that does not is brought back. */
export async function doctor(options: Options): Promise<ExitCode> {
  const folder = profileFolder(options);
  const keyStore = await keyStoreOf(options, folder);
  const restored =
    options.values.restore === true
      ? await restoreNewestSnapshot(folder, clock(options)(), keyStore ?? undefined)
      : null;
  const { snapshots: snapshotFolder } = profilePaths(folder);
  const { operations, slice, chain } = await withBackend(options, async ({ store }) => {
    const { reader } = store;
    // Looked at before anything is added to it.
    const chain = await checkChain(reader, await readAnchors(store, snapshotFolder, await readBeginning(reader)));
    if (restored !== null) {
      await store.write((writer) =>
        noteAudit(writer, {
          at: clock(options)(),
          personId: null,
          action: 'restored',
          subject: 'cli',
          detail: { takenAt: restored.snapshot?.takenAt ?? null },
        }),
      );
    }
    return { operations: await countOperations(reader), slice: await countSlice(reader), chain };
  });
  const snapshots = listSnapshots(snapshotFolder);
  const report = {
    whole: true,
    trail: chain,
    operations,
    donors: slice,
    snapshots: snapshots.length,
    newestSnapshot: snapshots[0]?.takenAt ?? null,
    restoredFrom: restored?.snapshot?.takenAt ?? null,
    setAside: restored?.setAside ?? null,
  };
  if (options.values.json === true) {
    printJson(report);
    return chain.isWhole ? 0 : 2;
  }
  if (restored !== null) {
    printLine(
      restored.snapshot === null
        ? 'No whole snapshot was found: the profile starts empty, sync to fill it.'
        : `Restored the snapshot of ${restored.snapshot.takenAt}.`,
    );
    if (restored.setAside !== null) printLine(`The damaged file is kept: ${restored.setAside}`);
  }
  printLine(
    `The profile is whole. Waiting: ${operations.waiting}, to look at: ${operations.conflict + operations.rejected}.`,
  );
  printLine(`Donors held here: ${slice.inside}, left out because no list needs them: ${slice.outside}.`);
  printLine(
    `Snapshots: ${report.snapshots}${report.newestSnapshot === null ? '' : `, newest ${report.newestSnapshot}`}.`,
  );
  const trail = inOwnLanguage(writeChain(chain));
  if (chain.isWhole) printLine(trail);
  else printProblem(trail);
  return chain.isWhole ? 0 : 2;
}
