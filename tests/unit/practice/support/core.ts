import { onTestFinished } from 'vitest';
import type { Role } from '../../../../sync/practice/access/permission.ts';
import { permissionsOf } from '../../../../sync/practice/access/permission.ts';
import type { Fill } from '../../../../sync/practice/fill/fill.ts';
import type { JsonObject, Row } from '../../../../sync/practice/json.ts';
import { isObject, listOf } from '../../../../sync/practice/json.ts';
import type { Version } from '../../../../sync/practice/metadata/field.ts';
import type { PracticeData } from '../../../../sync/practice/open-practice.ts';
import { openPractice } from '../../../../sync/practice/open-practice.ts';
import { SetClock } from './set-clock.ts';

/** 13:00 in Amsterdam, in winter. */
export const NOON = '2026-11-21T12:00:00Z';

interface CoreOptions {
  readonly version?: Version;
  readonly fill?: Fill;
  readonly now?: string;
}

/** The practice CRM without a socket: a request in, a result out. */
export class Core {
  readonly clock: SetClock;
  readonly data: PracticeData;

  constructor(clock: SetClock, data: PracticeData) {
    this.clock = clock;
    this.data = data;
  }

  /** The whole result. */
  result(entity: string, action: string, parameters: JsonObject, role: Role = 'link'): Row {
    const { site } = this.data.engine;
    const contactId = site.database
      .prepare<[string], number>('SELECT contact_id FROM site_user WHERE role = ?')
      .pluck()
      .get(role);
    const user = { contactId: contactId ?? null, userId: 1, permissions: permissionsOf(role) };
    return this.data.engine.perform(user, { entity, action, parameters });
  }

  /** The values of the result. */
  rows(entity: string, action: string, parameters: JsonObject, role?: Role): readonly JsonObject[] {
    return listOf(this.result(entity, action, parameters, role)['values']).filter(isObject);
  }

  /** The first of the values. */
  row(entity: string, action: string, parameters: JsonObject, role?: Role): JsonObject {
    const [first] = this.rows(entity, action, parameters, role);
    if (first === undefined) throw new Error(`${entity}.${action} answered no row.`);
    return first;
  }

  /** Creates a row, and answers its id. */
  create(entity: string, values: JsonObject, role: Role = 'admin'): number {
    return Number(this.row(entity, 'create', { values }, role)['id']);
  }

  /** The values of the selected columns in the rows found, ordered by id. */
  find(entity: string, select: readonly string[], where: JsonObject[string], role?: Role): readonly JsonObject[] {
    return this.rows(entity, 'get', { select, where, orderBy: { id: 'ASC' } }, role);
  }
}

/** Opens a practice CRM that is gone when the test is done. */
export async function openCore(options: CoreOptions = {}): Promise<Core> {
  const clock = new SetClock(options.now ?? NOON);
  const data = await openPractice({
    dataDir: ':memory:',
    version: options.version,
    clock: clock.now,
    fill: options.fill,
  });
  onTestFinished(() => data.close());
  return new Core(clock, data);
}
