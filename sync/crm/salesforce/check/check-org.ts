/** What an administrator is told about an organisation: one item per question, and what to do where it is not as it should be. */
import type { Sentence } from '../../../../domain/language.ts';
import { writeCount } from '../../../../domain/write-count.ts';
import type { CrmIdentity } from '../../../connector.ts';
import type { CheckItem, CheckState } from '../../../crm-check.ts';
import { createSalesforceConnector } from '../connector.ts';
import type { Schema } from '../describe.ts';
import { askedAnew } from '../descriptions.ts';
import { visible, type ObjectInfo } from '../object-info.ts';
import { theirName } from '../dialects/person.ts';
import { EMAIL_FIELDS, PHONE_FIELDS } from '../details.ts';
import type { SalesforceOrg } from '../http.ts';
import { openOrg, type Talk } from '../org-session.ts';
import { mayAddContacts, PERSON_ID_FIELD } from '../person-id.ts';
import { count } from '../query.ts';
import { names, soql } from '../soql.ts';
import { CLAIM_FIELD, hasClaimField, hasIdField, ID_FIELD } from '../task-columns.ts';

export interface OrgCheck {
  readonly identity: CrmIdentity;
  readonly items: readonly CheckItem[];
}

/** @throws CrmFailure when the organisation cannot be asked, or nobody knows who we are */
export async function checkOrg(reached: SalesforceOrg): Promise<OrgCheck> {
  // Whoever checks has perhaps just changed a right: everything is asked for, and kept for the next start.
  const org = { ...reached, descriptions: askedAnew(reached.descriptions) };
  const identity = await createSalesforceConnector(org).identify();
  const talk = await openOrg(org, () => Date.now()).talk();
  const { schema } = talk;
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
      newcomerItem(schema),
      givingItem(schema),
      ...(await organisationItems(talk)),
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

function packageItem({ mandate, dialect, contact }: Schema): CheckItem {
  const title = { nl: 'Soort Salesforce', en: 'Kind of Salesforce' };
  if (dialect.id === 'nonprofit-cloud') return nonprofitCloudItem(title, contact);
  if (mandate !== null) {
    return item('package', 'ok', title, { nl: 'Nonprofit Success Pack (NPSP).', en: 'Nonprofit Success Pack (NPSP).' });
  }
  return item('package', 'problem', title, {
    nl: 'Het Nonprofit Success Pack (NPSP) staat er niet in, of deze gebruiker ziet de terugkerende donaties niet. Vraag de beheerder om leesrecht op "Recurring Donation" (npe03__Recurring_Donation__c).',
    en: 'The Nonprofit Success Pack (NPSP) is not installed, or this user does not see recurring donations. Ask the administrator for read access to "Recurring Donation" (npe03__Recurring_Donation__c).',
  });
}

function nonprofitCloudItem(title: Sentence, { fields }: ObjectInfo): CheckItem {
  if (!fields.has('DoNotCall')) {
    return item('package', 'problem', title, {
      nl: 'Dit is Nonprofit Cloud, en persoonsaccounts (Person Accounts) staan uit, of deze gebruiker ziet hun velden niet (PersonDoNotCall). Zonder kan Dankbel daar geen donateurs lezen.',
      en: 'This is Nonprofit Cloud, and person accounts are off, or this user does not see their fields (PersonDoNotCall). Without them Dankbel cannot read donors there.',
    });
  }
  return item('package', 'warning', title, {
    nl: 'Nonprofit Cloud. Dit is gebouwd naar de documentatie en nog nooit op een echte organisatie beproefd: begin met een sandbox. Voor "overleden" kennen wij daar geen veld: dat zet iemand er met de hand, en in Dankbel wordt zo iemand niet meer gebeld.',
    en: 'Nonprofit Cloud. This was built after the documentation and never yet tried on a real organisation: begin with a sandbox. We know no field there for "deceased": somebody marks it by hand, and in Dankbel such a donor is not called any more.',
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

/** By the names that the administrator knows; what the organisation cannot have is not asked for. */
function theirNames({ dialect }: Schema, fields: readonly string[]): string {
  return fields.flatMap((field) => theirName(dialect.person, field) ?? []).join(', ');
}

function canHave({ dialect }: Schema, fields: readonly string[]): readonly string[] {
  return fields.filter((field) => theirName(dialect.person, field) !== null);
}

function readItem(schema: Schema): CheckItem {
  const { contact } = schema;
  const on = schema.dialect.person.object;
  const title = { nl: 'Donateurs lezen', en: 'Reading donors' };
  const phones = visible(contact, PHONE_FIELDS);
  const missing = canHave(schema, MUST_READ).filter((field) => !contact.fields.has(field));
  if (phones.length === 0) missing.push('MobilePhone', 'HomePhone', 'Phone');
  if (missing.length > 0) {
    return item('read', 'problem', title, {
      nl: `Deze gebruiker ziet op ${on} niet: ${theirNames(schema, missing)}. Geef in de permission set leesrecht op deze velden; zonder kan er niet gebeld worden.`,
      en: `This user does not see on ${on}: ${theirNames(schema, missing)}. Give read access to these fields in the permission set; nobody can be called without them.`,
    });
  }
  const wanted = canHave(schema, SHOULD_READ).filter((field) => !contact.fields.has(field));
  if (wanted.length > 0) {
    return item('read', 'warning', title, {
      nl: `Deze gebruiker ziet op ${on} niet: ${theirNames(schema, wanted)}. Geef leesrecht: anders weet Dankbel niet wie is overleden, geen contact wil, of waar iemand woont.`,
      en: `This user does not see on ${on}: ${theirNames(schema, wanted)}. Give read access: otherwise Dankbel does not know who has died, wants no contact, or lives where.`,
    });
  }
  return item('read', 'ok', title, { nl: 'Alles wat nodig is, is te zien.', en: 'All that is needed can be seen.' });
}

const CORRECTED = ['FirstName', 'LastName', 'MailingStreet', 'MailingPostalCode', 'MailingCity'];

function writeItem(schema: Schema): CheckItem {
  const { contact } = schema;
  const on = schema.dialect.person.object;
  const title = { nl: 'Donateurs verbeteren', en: 'Correcting donors' };
  const flag = theirNames(schema, ['DoNotCall']);
  const mayChange = (field: string): boolean => contact.fields.get(field)?.updateable === true;
  if (!mayChange('DoNotCall')) {
    return item('write', 'problem', title, {
      nl: `Deze gebruiker mag ${flag} (niet bellen) op ${on} niet veranderen. Een donateur die niet meer gebeld wil worden, komt dan nooit in Salesforce te staan. Geef bewerkrecht op dit veld en op ${on}.`,
      en: `This user may not change ${flag} on ${on}. A donor who does not want to be called would never get into Salesforce. Give edit access to this field and to ${on}.`,
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
      nl: `Deze gebruiker mag op ${on} niet veranderen: ${theirNames(schema, frozen)}. Verbeteringen daarvan blijven in Dankbel staan. Geef bewerkrecht.`,
      en: `This user may not change on ${on}: ${theirNames(schema, frozen)}. Corrections of these stay in Dankbel. Give edit access.`,
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
      nl: `Een gesprek krijgt de status “${statuses.closed}”.`,
      en: `A call gets the status “${statuses.closed}”.`,
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

/** Only for those who have another place besides. */
function newcomerItem(schema: Schema): CheckItem {
  const title = { nl: 'Nieuwe gevers van andere plaatsen', en: 'New givers of other places' };
  if (schema.dialect.id === 'nonprofit-cloud') {
    return item('newcomers', 'warning', title, {
      nl: 'Wie via een actiesite (Kentaa) gaf, kan Dankbel in Nonprofit Cloud nog niet toevoegen; dat doet iemand daar zelf. Herkend wordt ze wel.',
      en: 'Whoever gave through a fundraising site (Kentaa) cannot be added to Nonprofit Cloud by Dankbel yet; somebody does so there. She is recognised.',
    });
  }
  if (mayAddContacts(schema)) {
    return item('newcomers', 'ok', title, {
      nl: 'Wie via een actiesite gaf en nog niet in Salesforce staat, kan daar contact worden.',
      en: 'Whoever gave through a fundraising site and is not in Salesforce yet can become a contact there.',
    });
  }
  return item('newcomers', 'warning', title, {
    nl: `Wie via een actiesite (Kentaa) gaf, kan hier niet worden toegevoegd. Maak op Contact het veld ${PERSON_ID_FIELD}: Tekst, 80 tekens, External ID aan, Unique aan, met bewerkrecht, en geef het recht om contacten te maken. Zonder actiesite hoeft dit niet.`,
    en: `Whoever gave through a fundraising site (Kentaa) cannot be added here. Make the field ${PERSON_ID_FIELD} on Contact: Text, 80 characters, External ID on, Unique on, with edit access, and give the right to make contacts. Without a fundraising site this is not needed.`,
  });
}

function givingItem({ gift, dialect }: Schema): CheckItem {
  const title = { nl: 'Giften', en: 'Gifts' };
  const missing = dialect.gift.needs.filter((field) => gift?.fields.has(field) !== true);
  if (missing.length > 0) {
    return item('giving', 'problem', title, {
      nl: `Deze gebruiker ziet op ${dialect.gift.object} niet: ${missing.join(', ')}. Geef leesrecht: zonder giften staat er niemand op de lijst.`,
      en: `This user does not see on ${dialect.gift.object}: ${missing.join(', ')}. Give read access: without gifts nobody is on the list.`,
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

/** Said only where there are some (docs/decisions/0038). */
async function organisationItems({ org, schema }: Talk): Promise<readonly CheckItem[]> {
  const { gift: info, dialect } = schema;
  const donor = info === null ? null : dialect.gift.donor(info);
  const missing = dialect.gift.needs.some((field) => info?.fields.has(field) !== true);
  if (info === null || donor === null || missing || dialect.gift.nobodys === undefined) return [];
  const nobodys = dialect.gift.nobodys(info, donor);
  const found = await count(org, soql`SELECT COUNT() FROM ${names(dialect.gift.object)} WHERE ${nobodys}`, {
    purpose: 'now',
  });
  if (found === 0) return [];
  const title = { nl: 'Giften van organisaties', en: 'Gifts of organisations' };
  return [
    item('organisations', 'warning', title, {
      nl: `${writeCount(found, 'nl')} ${found === 1 ? 'gift heeft' : 'giften hebben'} geen contactpersoon: daarvoor wordt niemand gebeld. Met NPSP helpt het om bij zo'n gift een Primary Contact in te vullen.`,
      en: `${writeCount(found, 'en')} ${found === 1 ? 'gift has' : 'gifts have'} no contact: nobody is called for that. With NPSP it helps to fill in a Primary Contact on such a gift.`,
    }),
  ];
}

function budgetItem({ budget }: SalesforceOrg): CheckItem {
  const title = { nl: 'Vragen per dag', en: 'Questions a day' };
  const known = budget.current();
  if (known === null) return item('budget', 'ok', title, { nl: 'Nog niet bekend.', en: 'Not known yet.' });
  const isTight = known.used / known.most >= 0.8;
  return item('budget', isTight ? 'warning' : 'ok', title, {
    nl: `${writeCount(known.used, 'nl')} van ${writeCount(known.most, 'nl')} in 24 uur, van alle koppelingen samen.${isTight ? ' Boven 80% wacht Dankbel met ophalen.' : ''}`,
    en: `${writeCount(known.used, 'en')} of ${writeCount(known.most, 'en')} in 24 hours, of all links together.${isTight ? ' Above 80% Dankbel waits with fetching.' : ''}`,
  });
}
