/** The name of a donor, whatever script or length it has. */
import { keepSurnameTogether } from '../i18n/typography.ts';

export function DonorName({ name }: { readonly name: string }) {
  return <bdi>{keepSurnameTogether(name)}</bdi>;
}

const LONG = 30;
const VERY_LONG = 70;

/** How large a name may be set: a long one is smaller, because a name is never cut off. */
export function nameLength(name: string): 'usual' | 'long' | 'very-long' {
  if (name.length > VERY_LONG) return 'very-long';
  return name.length > LONG ? 'long' : 'usual';
}
