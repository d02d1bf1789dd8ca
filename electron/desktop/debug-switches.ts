/** Doors for a debugger, closed in what users install (the fuses close the others). */
const DEBUG_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

export function isDebugged(program: { isPackaged: boolean; hasSwitch: (name: string) => boolean }): boolean {
  return program.isPackaged && DEBUG_SWITCHES.some(program.hasSwitch);
}
