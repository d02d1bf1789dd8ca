/** What an administrator is told about an organisation: one item per question, and what to do where it is not as it should be. */
import type { Sentence } from '../../../../domain/language.ts';
import type { CrmIdentity } from '../../../connector.ts';
import type { CheckItem, CheckState } from '../../../crm-check.ts';
import { createSalesforceConnector } from '../connector.ts';
import { visible, type Schema } from '../describe.ts';
import { EMAIL_FIELDS, PHONE_FIELDS } from '../details.ts';
import type { SalesforceOrg } from '../http.ts';
import { openOrg } from '../org-session.ts';
import { CLAIM_FIELD, hasClaimField, hasIdField, ID_FIELD } from '../task-columns.ts';

export interface OrgCheck {
  readonly identity: CrmIdentity;
  readonly items: readonly CheckItem[];
}

/** @throws CrmFailure when the organisation cannot be asked, or nobody knows who we are */
export async function checkOrg(org: SalesforceOrg): Promise<OrgCheck> {
  const identity = await createSalesforceConnector(org).identify();
  const { schema } = await openOrg(org, () => Date.now()).talk();
  return {
    identity,
    items: [
      identityItem(identity),
      packageItem(schema),
      readItem(schema),
      writeItem(schema),
      idItem(schema),
      claimItem(schema),
      statusItem(schema),
      callItem(schema),
      givingItem(schema),
      budgetItem(org),
    ],
  };
}

function item(id: string, state: CheckState, title: Sentence, text: Sentence): CheckItem {
  return { id, state, title, text };
}

function identityItem({ name, organisation }: CrmIdentity): CheckItem {
  const text = {
    nl: `Ingelogd als ${name}. Dit is het Salesforce van ${organisation}.`,
    en: `Signed in as ${name}. This is the Salesforce of ${organisation}.`,
  };
  return item('identity', 'ok', { nl: 'Wie', en: 'Who' }, text);
}

function packageItem({ mandate, hasNonprofitCloud }: Schema): CheckItem {
  const title = { nl: 'Soort Salesforce', en: 'Kind of Salesforce' };
  if (mandate !== null) {
    return item('package', 'ok', title, { nl: 'Nonprofit Success Pack (NPSP).', en: 'Nonprofit Success Pack (NPSP).' });
  }
  if (hasNonprofitCloud) {
    return item('package', 'problem', title, {
      nl: 'Dit is Nonprofit Cloud, zonder NPSP. Dankbel kan daar de donateurs en hun giften nog niet lezen: koppel niet, en laat het ons weten.',
      en: 'This is Nonprofit Cloud, without NPSP. Dankbel cannot read the donors and their gifts there yet: do not connect, and let us know.',
    });
  }
  return item('package', 'problem', title, {
    nl: 'Het Nonprofit Success Pack (NPSP) staat er niet in, of deze gebruiker ziet de terugkerende donaties niet. Vraag de beheerder om leesrecht op "Recurring Donation" (npe03__Recurring_Donation__c).',
    en: 'The Nonprofit Success Pack (NPSP) is not installed, or this user does not see recurring donations. Ask the administrator for read access to "Recurring Donation" (npe03__Recurring_Donation__c).',
  });
}

const MUST_READ = ['LastName', 'DoNotCall', 'AccountId'];
const SHOULD_READ = [
  'npsp__Do_Not_Contact__c',
  'npsp__Deceased__c',
  'HasOptedOutOfEmail',
  'MailingStreet',
  'MailingPostalCode',
  'MailingCity',
];

function readItem({ contact }: Schema): CheckItem {
  const title = { nl: 'Donateurs lezen', en: 'Reading donors' };
  const phones = visible(contact, PHONE_FIELDS);
  const missing = MUST_READ.filter((field) => !contact.fields.has(field));
  if (phones.length === 0) missing.push('MobilePhone', 'HomePhone', 'Phone');
  if (missing.length > 0) {
    return item('read', 'problem', title, {
      nl: `Deze gebruiker ziet op Contact niet: ${missing.join(', ')}. Geef in de permission set leesrecht op deze velden; zonder kan er niet gebeld worden.`,
      en: `This user does not see on Contact: ${missing.join(', ')}. Give read access to these fields in the permission set; nobody can be called without them.`,
    });
  }
  const wanted = SHOULD_READ.filter((field) => !contact.fields.has(field));
  if (wanted.length > 0) {
    return item('read', 'warning', title, {
      nl: `Deze gebruiker ziet op Contact niet: ${wanted.join(', ')}. Geef leesrecht: anders weet Dankbel niet wie is overleden, geen contact wil, of waar iemand woont.`,
      en: `This user does not see on Contact: ${wanted.join(', ')}. Give read access: otherwise Dankbel does not know who has died, wants no contact, or lives where.`,
    });
  }
  return item('read', 'ok', title, { nl: 'Alles wat nodig is, is te zien.', en: 'All that is needed can be seen.' });
}

const CORRECTED = ['FirstName', 'LastName', 'MailingStreet', 'MailingPostalCode', 'MailingCity'];

function writeItem({ contact }: Schema): CheckItem {
  const title = { nl: 'Donateurs verbeteren', en: 'Correcting donors' };
  const mayChange = (field: string): boolean => contact.fields.get(field)?.updateable === true;
  if (!mayChange('DoNotCall')) {
    return item('write', 'problem', title, {
      nl: 'Deze gebruiker mag DoNotCall (Niet bellen) op Contact niet veranderen. Een donateur die niet meer gebeld wil worden, komt dan nooit in Salesforce te staan. Geef bewerkrecht op dit veld en op Contact.',
      en: 'This user may not change DoNotCall on Contact. A donor who does not want to be called would never get into Salesforce. Give edit access to this field and to Contact.',
    });
  }
  const frozen = [
    ...CORRECTED,
    ...visible(contact, PHONE_FIELDS),
    ...visible(contact, EMAIL_FIELDS),
    ...visible(contact, ['npsp__is_Address_Override__c', 'npsp__Deceased__c', 'HasOptedOutOfEmail']),
  ].filter((field) => !mayChange(field));
  if (frozen.length > 0) {
    return item('write', 'warning', title, {
      nl: `Deze gebruiker mag op Contact niet veranderen: ${frozen.join(', ')}. Verbeteringen daarvan blijven in Dankbel staan. Geef bewerkrecht.`,
      en: `This user may not change on Contact: ${frozen.join(', ')}. Corrections of these stay in Dankbel. Give edit access.`,
    });
  }
  return item('write', 'ok', title, { nl: 'Verbeteringen kunnen erheen.', en: 'Corrections can go there.' });
}

function idItem(schema: Schema): CheckItem {
  const title = { nl: 'Kenmerk van een gesprek', en: 'Mark of a call' };
  if (hasIdField(schema)) {
    return item('task-id', 'ok', title, {
      nl: 'Elk gesprek komt er precies één keer in.',
      en: 'Every call gets there exactly once.',
    });
  }
  const exists = schema.task.fields.has(ID_FIELD);
  return item('task-id', 'problem', title, {
    nl: exists
      ? `Het veld ${ID_FIELD} op Activiteit is geen extern ID, is niet uniek, of deze gebruiker mag er niet in schrijven. Zet External ID en Unique aan, en geef bewerkrecht voor Taak én Afspraak.`
      : `Maak op Activiteit (Activity) het veld ${ID_FIELD}: Tekst, 36 tekens, External ID aan, Unique aan, en geef deze gebruiker bewerkrecht voor Taak én Afspraak. Zonder gaan er geen gesprekken naar Salesforce.`,
    en: exists
      ? `The field ${ID_FIELD} on Activity is no external ID, is not unique, or this user may not write it. Turn on External ID and Unique, and give edit access for Task and Event.`
      : `Make the field ${ID_FIELD} on Activity: Text, 36 characters, External ID on, Unique on, and give this user edit access for Task and Event. Without it no calls go to Salesforce.`,
  });
}

function claimItem(schema: Schema): CheckItem {
  const title = { nl: 'Niet twee tegelijk', en: 'Not two at once' };
  if (hasClaimField(schema)) {
    return item('claims', 'ok', title, {
      nl: 'Twee bellers krijgen nooit dezelfde donateur.',
      en: 'Two callers never get the same donor.',
    });
  }
  return item('claims', 'warning', title, {
    nl: `Maak op Activiteit (Activity) het veld ${CLAIM_FIELD}: Tekst, 18 tekens, Unique aan (let op hoofdletters), met bewerkrecht. Zonder worden donateurs niet gereserveerd, en verdeelt Dankbel de lijst over de bellers.`,
    en: `Make the field ${CLAIM_FIELD} on Activity: Text, 18 characters, Unique on (case sensitive), with edit access. Without it donors are not claimed, and Dankbel divides the list between the callers.`,
  });
}

function statusItem({ statuses }: Schema): CheckItem {
  const title = { nl: 'Status van taken', en: 'Status of tasks' };
  if (statuses !== null) {
    return item('statuses', 'ok', title, {
      nl: `Een gesprek krijgt de status "${statuses.closed}".`,
      en: `A call gets the status "${statuses.closed}".`,
    });
  }
  return item('statuses', 'problem', title, {
    nl: 'Welke status van een taak "afgerond" betekent, is niet te zien. Zorg dat er één open en één gesloten status is die deze gebruiker mag gebruiken.',
    en: 'Which status of a task means "completed" cannot be seen. See to it that there is one open and one closed status that this user may use.',
  });
}

function callItem({ task }: Schema): CheckItem {
  const title = { nl: 'Velden voor gesprekken', en: 'Fields for calls' };
  if (!task.createable) {
    return item('calls', 'problem', title, {
      nl: 'Deze gebruiker mag geen taken maken. Geef het recht "Taken bewerken" (Edit Tasks).',
      en: 'This user may not make tasks. Give the permission "Edit Tasks".',
    });
  }
  if (task.fields.has('CallObject') && task.fields.has('CallDisposition')) {
    return item('calls', 'ok', title, {
      nl: 'Uitkomst, duur en tijd krijgen een eigen veld.',
      en: 'Outcome, duration and time get fields of their own.',
    });
  }
  return item('calls', 'warning', title, {
    nl: 'De velden voor gesprekken (CallDisposition, CallObject) zijn er niet. Uitkomst en duur staan in de tekst van de taak; het tijdstip van een gesprek is dat van het versturen.',
    en: 'The fields for calls (CallDisposition, CallObject) are not there. Outcome and duration stand in the text of the task; the time of a call is that of its sending.',
  });
}

function givingItem({ gift }: Schema): CheckItem {
  const title = { nl: 'Giften', en: 'Gifts' };
  const missing = ['npsp__Primary_Contact__c', 'Amount', 'CloseDate', 'IsWon'].filter(
    (field) => gift?.fields.has(field) !== true,
  );
  if (missing.length > 0) {
    return item('giving', 'problem', title, {
      nl: `Deze gebruiker ziet op Opportunity niet: ${missing.join(', ')}. Geef leesrecht: zonder giften staat er niemand op de lijst.`,
      en: `This user does not see on Opportunity: ${missing.join(', ')}. Give read access: without gifts nobody is on the list.`,
    });
  }
  if (gift?.fields.has('CurrencyIsoCode') === true) {
    return item('giving', 'warning', title, {
      nl: 'Deze organisatie heeft meer dan één munt. Alleen giften in euro tellen mee.',
      en: 'This organisation has more than one currency. Only gifts in euros count.',
    });
  }
  return item('giving', 'ok', title, {
    nl: 'Giften en machtigingen zijn te zien.',
    en: 'Gifts and mandates can be seen.',
  });
}

function budgetItem({ budget }: SalesforceOrg): CheckItem {
  const title = { nl: 'Vragen per dag', en: 'Questions a day' };
  const known = budget.current();
  if (known === null) return item('budget', 'ok', title, { nl: 'Nog niet bekend.', en: 'Not known yet.' });
  const isTight = known.used / known.most >= 0.8;
  return item('budget', isTight ? 'warning' : 'ok', title, {
    nl: `${known.used} van ${known.most} in 24 uur, van alle koppelingen samen.${isTight ? ' Boven 80% wacht Dankbel met ophalen.' : ''}`,
    en: `${known.used} of ${known.most} in 24 hours, of all links together.${isTight ? ' Above 80% Dankbel waits with fetching.' : ''}`,
  });
}
