/** What gifts were given for, as the CRM names it. */
import { sql } from 'kysely';
import type { Reader } from '../store.ts';

/** Only the newest gifts are looked at: a project of years ago needs no story. */
const NEWEST_GIFTS = 20_000;
const MOST = 50;

/** The most used first. */
export async function readCampaigns(reader: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{ project: string }>`
    SELECT project FROM (SELECT project FROM gift ORDER BY id DESC LIMIT ${NEWEST_GIFTS})
     WHERE project IS NOT NULL AND project <> ''
     GROUP BY project ORDER BY count(*) DESC, project LIMIT ${MOST}`.execute(reader);
  return rows.map(({ project }) => project);
}
