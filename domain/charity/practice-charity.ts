/** The texts of an invented charity, for a practice profile. The projects are those of the practice CRM. */
import type { Sentence } from '../language.ts';
import { NEW_CHARITY, NO_STORY, type Charity, type Project } from './charity.ts';

function project(id: string, name: string, does: Sentence, now: Sentence): Project {
  return { id, name, story: { ...NO_STORY, does, now } };
}

export const PRACTICE_CHARITY: Charity = {
  ...NEW_CHARITY,
  phone: '085 040 1234',
  returnAddress: 'Stichting Elk Kind Zwemt, Postbus 12, 8000 AA Zwolle',
  signatories: [{ id: 'director', name: 'Jonneke Tolsma', role: { nl: 'directeur', en: 'director' }, picture: null }],
  story: {
    ...NO_STORY,
    does: {
      nl: 'Met elke gift leert een kind zwemmen dat anders langs de kant blijft staan. Voor €\u00A025 staat een kind een maand lang elke week in het water.',
      en: 'With every gift a child learns to swim who would otherwise stay at the side. For €25 a child is in the water every week for a month.',
    },
    now: {
      nl: 'Deze maanden openen wij lessen in twaalf buurten waar de wachtlijst het langst is.',
      en: 'These months we open lessons in twelve neighbourhoods where the waiting list is longest.',
    },
  },
  projects: [
    project(
      'lessons',
      'Zwemles voor ieder kind',
      {
        nl: 'Amina van acht durfde het water niet in. Na tien lessen zwom zij haar eerste baantje, en haar moeder stond te klappen.',
        en: 'Amina, who is eight, did not dare to enter the water. After ten lessons she swam her first length, and her mother stood clapping.',
      },
      {
        nl: 'Er staan nog 214 kinderen op de wachtlijst. Voor de zomer willen wij dat zij allemaal begonnen zijn.',
        en: 'There are 214 children on the waiting list still. Before the summer we want all of them to have begun.',
      },
    ),
    project(
      'newcomers',
      'Diploma A voor nieuwkomers',
      {
        nl: 'Yonas kwam uit een land zonder zwembaden. Nu fietst hij langs de gracht en hoeft zijn vader niet meer bang te zijn.',
        en: 'Yonas came from a country without swimming pools. Now he cycles along the canal and his father need not be afraid any more.',
      },
      {
        nl: 'In maart beginnen drie nieuwe groepen, met een badjuf die Tigrinya spreekt.',
        en: 'Three new groups begin in March, with a teacher who speaks Tigrinya.',
      },
    ),
  ],
};
