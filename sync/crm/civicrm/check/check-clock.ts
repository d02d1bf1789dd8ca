/** Whether the CRM's clock agrees with ours, and whether its times are those of the charity (civicrm-api4.md §5). */
import { instantAt } from '../../../../domain/calendar/day.ts';
import type { CheckItem } from '../../../crm-check.ts';
import { callApi, getJson, type CiviCrmSite } from '../http.ts';
import { dayOf } from '../values.ts';
import { z } from 'zod';

const ODD_MINUTES = 2;

/** @throws CrmFailure */
export async function checkClock(site: CiviCrmSite, now: () => string): Promise<readonly CheckItem[]> {
  const before = Date.parse(now());
  const { headers } = await getJson(site, '/civicrm/authx/id');
  const ours = (before + Date.parse(now())) / 2;
  const theirs = Date.parse(headers.get('date') ?? '');
  const title = { nl: 'Klok', en: 'Clock' };
  if (Number.isNaN(theirs)) {
    const text = { nl: 'Het CRM zegt niet hoe laat het is.', en: 'The CRM does not say what time it is.' };
    return [{ id: 'clock', state: 'ok', title, text }];
  }
  const minutes = Math.round((theirs - ours) / 60_000);
  if (Math.abs(minutes) <= ODD_MINUTES) {
    const text = { nl: 'De klokken lopen gelijk.', en: 'The clocks agree.' };
    return [{ id: 'clock', state: 'ok', title, text }];
  }
  const apart = Math.abs(minutes);
  const text = {
    nl: `De klok van het CRM loopt ${inWords(apart, 'nl')} ${minutes > 0 ? 'voor' : 'achter'} op die van deze computer. Zet de klok van deze computer goed, of vraag de beheerder van het CRM; tijden van gesprekken kloppen anders niet.`,
    en: `The clock of the CRM is ${inWords(apart, 'en')} ${minutes > 0 ? 'ahead of' : 'behind'} that of this computer. Set this computer's clock right, or ask the administrator of the CRM; otherwise times of calls are wrong.`,
  };
  return [{ id: 'clock', state: 'warning', title, text }];
}

function inWords(minutes: number, language: 'nl' | 'en'): string {
  if (minutes < 120) return language === 'nl' ? `${minutes} minuten` : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return language === 'nl' ? `${hours} uur` : `${hours} hours`;
}

/** Entities with a time that CiviCRM keeps as local text and never shifts. */
const TIMES = [
  { entity: 'Activity', column: 'activity_date_time' },
  { entity: 'Contribution', column: 'receive_date' },
] as const;

const timeRow = z.looseObject({ id: z.int() });

interface KnownTime {
  readonly entity: string;
  readonly column: string;
  readonly id: number;
  /** `2026-07-01 14:00:00`, as a clock on the site's wall showed it. */
  readonly local: string;
}

/**
 * Times come without an offset, so the zone has to be found out: a row is asked for by its own time as an instant. The
 * site finds it only when it turns that instant into the same local text. One row of summer and one of winter tell a
 * zone from a fixed offset.
 *
 * @throws CrmFailure
 */
export async function checkTimeZone(site: CiviCrmSite): Promise<readonly CheckItem[]> {
  const times = await findTimes(site);
  const title = { nl: 'Tijdzone', en: 'Time zone' };
  if (times.length === 0) {
    const text = { nl: 'Nog niet te zien: het CRM is leeg.', en: 'Not to be seen yet: the CRM is empty.' };
    return [{ id: 'time-zone', state: 'ok', title, text }];
  }
  const areOurs = await all(times, (time) => isAt(site, time, amsterdamInstant(time.local)));
  if (areOurs) {
    const text = { nl: 'De tijden in het CRM zijn die van Nederland.', en: 'The times in the CRM are Dutch times.' };
    return [{ id: 'time-zone', state: 'ok', title, text }];
  }
  const areUtc = await all(times, (time) => isAt(site, time, `${time.local.replace(' ', 'T')}Z`));
  const zone = areUtc ? 'UTC' : null;
  return [
    {
      id: 'time-zone',
      state: 'warning',
      title,
      text: {
        nl: `Het CRM rekent ${zone === null ? 'met een andere tijdzone' : `in ${zone}`}, niet met Nederlandse tijd. Gesprekken uit het CRM staan hier op een ander uur. Vraag de beheerder om de tijdzone van de site op Europe/Amsterdam te zetten.`,
        en: `The CRM works ${zone === null ? 'in another time zone' : `in ${zone}`}, not in Dutch time. Calls from the CRM are shown here at another hour. Ask the administrator to set the time zone of the site to Europe/Amsterdam.`,
      },
    },
  ];
}

async function findTimes(site: CiviCrmSite): Promise<readonly KnownTime[]> {
  for (const { entity, column } of TIMES) {
    const { values } = await callApi(site, entity, 'get', {
      select: ['id', column],
      where: [[column, 'IS NOT NULL']],
      orderBy: { id: 'DESC' },
      limit: 200,
    });
    const times = values.flatMap((value) => {
      const { data } = timeRow.safeParse(value);
      const local = data?.[column];
      // A day without a time is midnight for whoever typed it, and in the hour of a change two instants have one text.
      const isUsable = typeof local === 'string' && dayOf(local) !== null && !/ 0[0-3]:|00:00:00$/.test(local);
      return data !== undefined && isUsable ? [{ entity, column, id: data.id, local }] : [];
    });
    const month = ({ local }: KnownTime): number => Number(local.slice(5, 7));
    const summer = times.find((time) => month(time) >= 5 && month(time) <= 9);
    const winter = times.find((time) => month(time) <= 2 || month(time) >= 11);
    const found = [summer, winter].filter((time) => time !== undefined);
    if (found.length > 0) return found;
  }
  return [];
}

function amsterdamInstant(local: string): string {
  const day = dayOf(local);
  const instant = day === null ? '' : instantAt(day, local.slice(11, 16));
  return instant.replace(/:\d\d\.\d{3}Z$/, `:${local.slice(17, 19)}Z`);
}

async function isAt(site: CiviCrmSite, { entity, column, id }: KnownTime, instant: string): Promise<boolean> {
  const { values } = await callApi(site, entity, 'get', {
    select: ['id'],
    where: [
      ['id', '=', id],
      [column, '=', instant],
    ],
    limit: 1,
  });
  return values.length === 1;
}

async function all<Value>(values: readonly Value[], ask: (value: Value) => Promise<boolean>): Promise<boolean> {
  const answers = await Promise.all(values.map(ask));
  return answers.every(Boolean);
}
