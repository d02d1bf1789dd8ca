/** Whether a page that ended is loaded anew: a few times, and then no more. */
const RELOADS = 3;

/** @returns answers, for each end of the page, whether to load it again */
export function createPageCrashes(): (reason: string) => boolean {
  let reloads = 0;
  return (reason) => {
    if (reason === 'clean-exit' || reloads >= RELOADS) return false;
    reloads += 1;
    return true;
  };
}
