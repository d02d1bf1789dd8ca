/** Links to a donor, as the system hands them to a program: among its arguments, or as an event on a Mac. */
import { z } from 'zod';
import { donorOfLink, LINK_SCHEME } from '../../domain/donor-link.ts';

/**
 * The one link among the arguments of a start, or null. Whoever makes a link can try to smuggle arguments in behind it
 * (CVE-2018-1000006), so it must stand last and alone.
 */
export function linkAmong(parameters: readonly string[]): number | null {
  const links = parameters.filter((parameter) => parameter.toLowerCase().startsWith(`${LINK_SCHEME}:`));
  const [link] = links;
  return links.length === 1 && link !== undefined && parameters.at(-1) === link ? donorOfLink(link) : null;
}

export function linkTo(crmId: number): string {
  return `${LINK_SCHEME}://donor/${crmId}`;
}

const handedOverSchema = z.object({ link: z.int().positive().nullable() });

/** The link of a second instance, as it was understood there. Any other program of this user can say it is one. */
export function linkHandedOver(value: unknown): number | null {
  const parsed = handedOverSchema.safeParse(value);
  return parsed.success ? parsed.data.link : null;
}

/** How the system starts us for a link: `--` ends the arguments, so that a link can never be one. */
export function protocolClient(program: {
  readonly isPackaged: boolean;
  readonly path: string;
  readonly entry: string;
}): [scheme: string, path: string, parameters: string[]] {
  return [LINK_SCHEME, program.path, [...(program.isPackaged ? [] : [program.entry]), '--']];
}
