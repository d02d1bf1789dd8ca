/** Where the utility process begins. It runs in Electron's Node, without a window and without Electron's own powers. */
import { randomInt } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { keepMemorySmall } from '../backend/keep-memory-small.ts';
import { createLog } from '../backend/log.ts';
import { openLockable } from '../backend/lockable-backend.ts';
import { serveBackend, type OpenBackend } from '../desktop/backend-server.ts';
import { bothLogs, logFolder, rotatingLog } from '../launch/log-file.ts';
import { createUpdateKeeper, type UpdateKeeper } from '../updates/keeper.ts';
import type { UpdateOrder } from '../updates/messages.ts';
import { policyFile, readPolicy } from '../launch/policy-file.ts';
import { profileDirectory } from '../launch/profile-directory.ts';

keepMemorySmall();
const logs = logFolder(profileDirectory(process.env, process.platform, homedir()));
const log = createLog(bothLogs(rotatingLog({ path: join(logs, 'backend.log') }), process.stderr));

/** THE PLACE WHERE THE BACKEND IS PLUGGED IN. It syncs by itself: this process is there for as long as the app is open. */
const port = process.parentPort;
let updates: UpdateKeeper | null = null;
const now = (): string => new Date().toISOString();
const open: OpenBackend = async ({ profileDirectory: folder, keyStore, isSafe }) => {
  const policy = readPolicy(policyFile(process.env, process.platform));
  const order = (what: UpdateOrder): void => port.postMessage({ kind: 'update', order: what });
  updates = createUpdateKeeper({ way: 'source', fixed: policy.updates, now, order, log });
  return openLockable({
    folder,
    ...(keyStore === null ? {} : { keyStore }),
    now,
    random: unpredictable,
    log,
    syncsByItself: true,
    isSafe,
    policy,
    updates,
    signIn: { open: (address) => port.postMessage({ kind: 'sign-in', address }) },
  });
};

serveBackend({
  port,
  openBackend: open,
  hearUpdate: async (told) => updates?.hear(told),
  exit: (code) => process.exit(code),
  log,
});

/** From 0 up to 1, as much of it as a number can hold. */
function unpredictable(): number {
  return randomInt(2 ** 47) / 2 ** 47;
}
