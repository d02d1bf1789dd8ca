import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqliteDatabase } from '../../db/sqlite.ts';
import { Engine } from './engine.ts';
import type { Fill } from './fill/fill.ts';
import { fillSite } from './fill/fill.ts';
import { Catalogue } from './metadata/catalogue.ts';
import { entitiesOf } from './metadata/entities/all.ts';
import type { Version } from './metadata/field.ts';
import type { Site } from './site.ts';
import { FORMAT, formatOf, openStore } from './store/open.ts';
import { schemaStatements } from './store/schema.ts';
import { SiteTime } from './time/site-time.ts';

const FILE = 'practice-crm.db';

export interface PracticeData {
  readonly engine: Engine;
  close(): Promise<void>;
}

export interface DataOptions {
  readonly dataDir: string;
  readonly version: Version | undefined;
  readonly clock: () => Date;
  readonly fill: Fill | undefined;
  readonly timeZone?: string | undefined;
}

function isVersion(text: string | undefined): text is Version {
  return text === '5.77' || text === '6.17';
}

function storedVersion(database: SqliteDatabase): Version {
  const version = database.prepare<[], string>("SELECT value FROM setting WHERE name = 'version'").pluck().get();
  if (!isVersion(version)) throw new Error(`The practice CRM's file names an unknown version: ${String(version)}`);
  return version;
}

/** Makes the data in one transaction: a fill that was broken off leaves an empty file, which is then filled anew. */
async function create(
  database: SqliteDatabase,
  time: SiteTime,
  version: Version,
  fill: Fill | undefined,
): Promise<void> {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(schemaStatements(entitiesOf(version)));
    database.prepare<[string]>("INSERT INTO setting (name, value) VALUES ('version', ?)").run(version);
    await fillSite({ database, time, version, catalogue: new Catalogue(database, version) }, fill);
    database.pragma(`user_version = ${FORMAT}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

async function openSite(path: string, options: DataOptions): Promise<Site> {
  const time = new SiteTime(options.clock, options.timeZone);
  const database = await openStore(path, time);
  try {
    const format = formatOf(database);
    if (format === 0) await create(database, time, options.version ?? '6.17', options.fill);
    else if (format !== FORMAT) throw new Error(`${path} was made by another version of Dankbel.`);
    const version = storedVersion(database);
    if (options.version !== undefined && options.version !== version) {
      throw new Error(`${path} holds a practice CRM of version ${version}, not ${options.version}.`);
    }
    return { database, time, version, catalogue: new Catalogue(database, version) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens the data of a practice CRM, and makes them first when the folder has none. `:memory:` is a folder of its own that
 * goes away at the end: stale reads need a second connection, which data in memory do not have.
 */
export async function openPractice(options: DataOptions): Promise<PracticeData> {
  const temporary = options.dataDir === ':memory:';
  const directory = temporary ? await mkdtemp(join(tmpdir(), 'practice-crm-')) : options.dataDir;
  await mkdir(directory, { recursive: true });
  const removeTemporary = async (): Promise<void> => {
    if (temporary) await rm(directory, { recursive: true, force: true });
  };
  try {
    const path = join(directory, FILE);
    const site = await openSite(path, options);
    const engine = new Engine(site, await openStore(path, site.time, true));
    return {
      engine,
      close: async () => {
        engine.close();
        await removeTemporary();
      },
    };
  } catch (error) {
    await removeTemporary();
    throw error;
  }
}
