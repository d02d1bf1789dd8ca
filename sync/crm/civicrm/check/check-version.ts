/** Which CiviCRM this is, told by what it can do: a limited user may not ask for the number (civicrm-api4.md §8). */
import type { CheckItem } from '../../../crm-check.ts';
import { callApi, type CiviCrmSite } from '../http.ts';

/** @throws CrmFailure */
export async function checkVersion(site: CiviCrmSite): Promise<readonly CheckItem[]> {
  const [stamps, merges] = await Promise.all([
    callApi(site, 'Contribution', 'getFields', { select: ['name'], where: [['name', '=', 'modified_date']] }),
    callApi(site, 'Contact', 'getActions', { select: ['name'], where: [['name', '=', 'getMergedTo']] }),
  ]);
  const hasStamps = stamps.values.length > 0;
  const hasMerges = merges.values.length > 0;
  return [
    {
      id: 'version',
      state: hasStamps && hasMerges ? 'ok' : 'warning',
      title: { nl: 'Versie', en: 'Version' },
      text: textFor(hasStamps, hasMerges),
    },
  ];
}

function textFor(hasStamps: boolean, hasMerges: boolean): CheckItem['text'] {
  if (hasStamps && hasMerges) {
    return { nl: 'CiviCRM 6.9 of nieuwer. Alles werkt.', en: 'CiviCRM 6.9 or newer. Everything works.' };
  }
  if (hasMerges) {
    return {
      nl: 'CiviCRM 6, ouder dan 6.9. Alles werkt, maar giften weten niet wanneer ze veranderden: ze worden elke keer helemaal opgehaald, en dat duurt langer.',
      en: 'CiviCRM 6, older than 6.9. Everything works, but gifts do not know when they changed: they are fetched in full every time, which takes longer.',
    };
  }
  return {
    nl: 'CiviCRM 5. Alles werkt, maar giften worden elke keer helemaal opgehaald, en dat duurt langer. Wie met wie werd samengevoegd, staat er alleen in de activiteiten.',
    en: 'CiviCRM 5. Everything works, but gifts are fetched in full every time, which takes longer. Who was merged with whom is only in the activities.',
  };
}
