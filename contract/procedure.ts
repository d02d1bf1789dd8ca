/** What a procedure of the contract is: a named question or command, parsed on both sides. */
import type { z } from 'zod';
import type { Role } from '../domain/role.ts';

export interface Procedure<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** A query changes nothing and may be asked again; a command is carried out once, in one transaction. */
  readonly kind: 'query' | 'command';
  readonly input: Input;
  readonly output: Output;
  /** Who may ask. Checked by the dispatcher, before the handler sees anything. */
  readonly roles: readonly Role[];
  /** May be asked when nobody is signed in. Only what signing in needs. */
  readonly isOpen?: true;
}

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  roles: readonly Role[],
  input: Input,
  output: Output,
): Procedure<Input, Output> & { readonly kind: 'query' } {
  return { kind: 'query', roles, input, output };
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  roles: readonly Role[],
  input: Input,
  output: Output,
): Procedure<Input, Output> & { readonly kind: 'command' } {
  return { kind: 'command', roles, input, output };
}
