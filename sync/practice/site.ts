import type { SqliteDatabase } from '../../db/sqlite.ts';
import type { User } from './access/user.ts';
import type { Catalogue } from './metadata/catalogue.ts';
import type { Version } from './metadata/field.ts';
import type { SiteTime } from './time/site-time.ts';

/** One practice CRM: its data, its clock, and what it knows about itself. */
export interface Site {
  readonly database: SqliteDatabase;
  readonly time: SiteTime;
  readonly version: Version;
  readonly catalogue: Catalogue;
}

/** The site as one user sees it. The server's own steps inside a request do not check permissions. */
export interface Caller {
  readonly site: Site;
  readonly user: User;
  readonly checkPermissions: boolean;
}
