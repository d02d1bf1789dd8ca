/** Processor time of programs, in seconds. */
import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** Clock ticks of Linux, which a program is told its time in. */
const TICKS_A_SECOND = 100;

/** Of one process of ours. Only Linux says. */
export function secondsOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  // The name of the program, in brackets, may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Of a browser with all its processes. */
export async function secondsOfBrowser(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((total, { cpuTime }) => total + cpuTime, 0);
}
