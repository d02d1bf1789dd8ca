/**
 * The one thing that may leave the app: a telephone number, handed to the system's telephone program. The link is
 * built anew from its digits, so that nothing else can come along (Electron security checklist, point 15).
 */
import { kindOfError, type HostLog } from '../launch/host-log.ts';

/** International or national; too long for a service code such as 112, and without the signs that control an exchange. */
const TELEPHONE = /^tel:(\+?)(\d{6,15})$/;

/** The link to open, or null when this is no telephone number. */
export function telephoneLink(address: string): string | null {
  const [, plus, digits] = TELEPHONE.exec(address) ?? [];
  return digits === undefined ? null : `tel:${plus}${digits}`;
}

export interface TelephoneProgram {
  openExternal(address: string): Promise<unknown>;
}

export function createTelephoneOpener(shell: TelephoneProgram, log: HostLog): (address: string) => void {
  return (address) => {
    const link = telephoneLink(address);
    if (link === null) return;
    shell.openExternal(link).catch((error: unknown) => log.warn(kindOfError(error), 'shell: no telephone program'));
  };
}
