/** Who may ask what, as a page: written from the contract, so that it cannot say anything else. */
import { ROLES, type Role } from '../domain/role.ts';
import { PROCEDURES, type ProcedureName } from './index.ts';
import type { Procedure } from './procedure.ts';

/** Somebody of a role, or nobody who is signed in. */
export const ASKERS = [...ROLES, 'nobody'] as const;
export type Asker = (typeof ASKERS)[number];

export function mayAsk(asker: Asker, name: ProcedureName): boolean {
  const procedure: Procedure = PROCEDURES[name];
  if (procedure.isOpen === true) return true;
  return asker !== 'nobody' && procedure.roles.includes(asker satisfies Role);
}

export const PROCEDURE_NAMES = Object.keys(PROCEDURES) as readonly ProcedureName[];

/** The page `docs/roles.md`. */
export function writeRolesPage(): string {
  const rows = PROCEDURE_NAMES.toSorted().map((name) => [
    `\`${name}\``,
    PROCEDURES[name].kind,
    ...ASKERS.map((asker) => (mayAsk(asker, name) ? '✓' : '')),
  ]);
  const heads = ['procedure', 'kind', ...ASKERS];
  return [
    '# Who may ask what',
    '',
    'Made from the contract by a test, which also asks every question as every role over the real dispatcher (`tests/integration/backend/roles.test.ts`; with `-u` behind its path vitest writes this page anew). `nobody`: before somebody has signed in. Somebody with several roles may ask what one of them may. An answer holds what its schema names and nothing else; what a verifier may ask holds no money, no notes and no history, and what a caller may ask holds no account number.',
    '',
    ...[heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
