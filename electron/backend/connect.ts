/** Connects a profile to a CRM: nothing is kept before the CRM has said who we are. */
import type { Sentence } from '../../domain/language.ts';
import { readSetting, writeSetting } from '../../db/queries/settings.ts';
import { setCurrentPerson } from '../../db/queries/people.ts';
import type { Store } from '../../db/store.ts';
import type { CrmIdentity } from '../../sync/connector.ts';
import { CrmFailure } from '../../sync/crm-failure.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';
import { siteAddress } from '../../sync/crm/civicrm/identity.ts';
import { CONNECTION, FROM_FILES, IS_PRACTICE } from './profile-settings.ts';

export interface ConnectRequest {
  /** As it was pasted. */
  readonly url: string;
  readonly apiKey: string;
  /** Absent: as the CRM says. */
  readonly isPractice?: boolean;
}

/** The request cannot be right, whatever the CRM says. */
export class ConnectRefusal extends Error {
  override readonly name = 'ConnectRefusal';
  readonly sentence: Sentence;
  constructor(sentence: Sentence) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

/** @throws ConnectRefusal, or CrmFailure when the CRM does not let us in */
export async function connectProfile(store: Store, request: ConnectRequest): Promise<CrmIdentity> {
  const address = siteAddress(request.url);
  const apiKey = request.apiKey.trim();
  if (address === null) {
    throw new ConnectRefusal({
      nl: 'Dit is geen webadres. Plak het adres van het CRM, zoals https://crm.voorbeeld.nl.',
      en: 'This is no web address. Paste the address of the CRM, such as https://crm.voorbeeld.nl.',
    });
  }
  if (apiKey === '' || /\s/.test(apiKey)) {
    throw new ConnectRefusal({
      nl: 'De API-sleutel is leeg of bestaat uit meer dan één regel. Zet alleen de sleutel in het bestand.',
      en: 'The API key is empty or has more than one line. Put only the key into the file.',
    });
  }
  if ((await readSetting(store.reader, FROM_FILES)) === true) {
    throw new ConnectRefusal({
      nl: 'Deze werkplek werkt met bestanden. Maak een nieuwe map voor een werkplek met een CRM.',
      en: 'This workstation works with files. Make a new folder for a workstation with a CRM.',
    });
  }
  const known = await readSetting(store.reader, CONNECTION);
  const identity = await createCiviCrmConnector({ address, apiKey }).identify();
  if (known !== null && known.organisation !== identity.organisation)
    throw otherOrganisation(known.organisation, identity);
  await store.write(async (writer) => {
    const { organisation, contactId } = identity;
    await writeSetting(writer, CONNECTION, { kind: 'civicrm', address, apiKey, organisation, contactId });
    await writeSetting(writer, IS_PRACTICE, request.isPractice ?? identity.isPractice);
    await setCurrentPerson(writer, {
      crmId: contactId,
      name: identity.name,
      roles: ['caller', 'director', 'coordinator'],
    });
  });
  return identity;
}

function otherOrganisation(known: string, { organisation }: CrmIdentity): CrmFailure {
  return new CrmFailure('refused', {
    nl: `Deze werkplek hoort bij ${known}, en dit is het CRM van ${organisation}. Maak een nieuwe map voor een andere organisatie.`,
    en: `This workstation belongs to ${known}, and this is the CRM of ${organisation}. Make a new folder for another organisation.`,
  });
}
