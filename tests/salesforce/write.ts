/** Writing to the stand-in: what Salesforce checks, and what NPSP's triggers and workflows do of themselves (salesforce.md §6). */
import { STAGES, statusesOf, type Objects, type StandInField, type StandInOptions } from './objects.ts';
import { newId, stampOf, type OrgRecord, type OrgState, type Value } from './org-data.ts';
import { OrgError } from './org-error.ts';

export interface Writing {
  readonly state: OrgState;
  readonly objects: Objects;
  readonly options: StandInOptions;
  readonly now: Date;
  /** Who does it. */
  readonly userId: string;
}

export function tableOf(state: OrgState, object: string): Record<string, OrgRecord> {
  return (state.tables[object] ??= {});
}

/** @returns its id. @throws OrgError */
export function createRecord(writing: Writing, object: string, given: Readonly<Record<string, unknown>>): string {
  const { state, objects } = writing;
  const fields = fieldsOf(objects, object);
  const values = readValues(writing, object, given, true);
  const id = newId(state, object);
  const record: OrgRecord = { Id: id, IsDeleted: false };
  for (const [name, { type }] of Object.entries(fields)) record[name] ??= type === 'boolean' ? false : null;
  record['CreatedDate'] = stampOf(writing.now);
  if ('OwnerId' in fields && values['OwnerId'] === undefined) record['OwnerId'] = writing.userId;
  if (object === 'Account' && typeof values['LastName'] === 'string') Object.assign(record, makePerson(writing, id));
  if (object === 'Contact' && typeof values['AccountId'] !== 'string') {
    // Everybody has a household, if only of one.
    values['AccountId'] = createRecord(writing, 'Account', { Name: `${String(values['LastName'])} Household` });
  }
  Object.assign(record, values);
  check(writing, object, record, null);
  tableOf(state, object)[id] = record;
  settle(writing, object, record, {});
  stamp(writing, record, true);
  return id;
}

/** @throws OrgError; then nothing was changed */
export function updateRecord(
  writing: Writing,
  object: string,
  id: string,
  given: Readonly<Record<string, unknown>>,
): void {
  const record = findRecord(writing.state, object, id);
  const values = readValues(writing, object, given, false);
  const before = { ...record };
  Object.assign(record, values);
  try {
    check(writing, object, record, before);
  } catch (error) {
    Object.assign(record, before);
    throw error;
  }
  settle(writing, object, record, before);
  stamp(writing, record, true);
}

/** To the bin. */
export function deleteRecord(writing: Writing, object: string, id: string, master: string | null = null): void {
  const record = findRecord(writing.state, object, id);
  record['IsDeleted'] = true;
  if (object === 'Contact' || object === 'Account') record['MasterRecordId'] = master;
  const behind = contactBehind(record);
  if (behind !== null)
    return settleBehind(writing, record, () =>
      deleteRecord(writing, 'Contact', behind, contactOfAccount(writing, master)),
    );
  // What belongs to it goes along.
  if (object === 'Contact' && master === null) {
    for (const task of Object.values(tableOf(writing.state, 'Task'))) {
      if (task['WhoId'] === id && task['IsDeleted'] === false) deleteRecord(writing, 'Task', String(task['Id']));
    }
  }
  stamp(writing, record, false);
}

export function undeleteRecord(writing: Writing, object: string, id: string): void {
  const record = tableOf(writing.state, object)[id];
  if (record === undefined) throw new OrgError('ENTITY_IS_DELETED', 'entity is deleted', 404);
  record['IsDeleted'] = false;
  const behind = contactBehind(record);
  if (behind !== null) record['MasterRecordId'] = null;
  if (behind !== null) return settleBehind(writing, record, () => undeleteRecord(writing, 'Contact', behind));
  if (object === 'Contact') {
    record['MasterRecordId'] = null;
    for (const task of Object.values(tableOf(writing.state, 'Task'))) {
      if (task['WhoId'] === id && task['IsDeleted'] === true) undeleteRecord(writing, 'Task', String(task['Id']));
    }
  }
  stamp(writing, record, false);
}

/** Past the bin. */
export function purgeRecord({ state, now }: Writing, object: string, id: string): void {
  delete tableOf(state, object)[id];
  state.tombs.push({ object, id, at: stampOf(now) });
}

/** A person account has a contact of its own, made and kept by Salesforce (salesforce.md §7). */
function makePerson(writing: Writing, accountId: string): OrgRecord {
  const { state } = writing;
  const id = newId(state, 'Contact');
  const contact: OrgRecord = { Id: id, IsDeleted: false, AccountId: accountId, MasterRecordId: null };
  contact['CreatedDate'] = stampOf(writing.now);
  stamp(writing, contact, true);
  tableOf(state, 'Contact')[id] = contact;
  return { IsPersonAccount: true, PersonContactId: id };
}

function contactBehind(record: OrgRecord): string | null {
  return record['IsPersonAccount'] === true ? String(record['PersonContactId']) : null;
}

function contactOfAccount({ state }: Writing, accountId: string | null): string | null {
  const account = accountId === null ? undefined : tableOf(state, 'Account')[accountId];
  return account === undefined ? null : contactBehind(account);
}

function settleBehind(writing: Writing, account: OrgRecord, work: () => void): void {
  work();
  stamp(writing, account, false);
}

/** Two person accounts: what the loser has goes to the winner. */
export function mergeAccounts(writing: Writing, winner: string, loser: string): void {
  const { state } = writing;
  for (const object of ['GiftTransaction', 'GiftCommitment']) {
    for (const record of Object.values(tableOf(state, object))) {
      if (record['DonorId'] !== loser) continue;
      record['DonorId'] = winner;
      stamp(writing, record, false);
    }
  }
  const [kept, lost] = [contactOfAccount(writing, winner), contactOfAccount(writing, loser)];
  for (const task of Object.values(tableOf(state, 'Task'))) {
    if (task['WhoId'] !== lost) continue;
    task['WhoId'] = kept;
    stamp(writing, task, false);
  }
  deleteRecord(writing, 'Account', loser, winner);
  stamp(writing, findRecord(state, 'Account', winner), true);
}

/** What the loser has goes to the winner, whose own fields stay. */
export function mergeContacts(writing: Writing, winner: string, loser: string): void {
  const { state } = writing;
  const move = (object: string, column: string): void => {
    for (const record of Object.values(tableOf(state, object))) {
      if (record[column] !== loser) continue;
      record[column] = winner;
      stamp(writing, record, false);
    }
  };
  move('Task', 'WhoId');
  move('Opportunity', 'npsp__Primary_Contact__c');
  move('npe03__Recurring_Donation__c', 'npe03__Contact__c');
  deleteRecord(writing, 'Contact', loser, winner);
  stamp(writing, findRecord(state, 'Contact', winner), true);
}

/** @throws OrgError */
export function findRecord(state: OrgState, object: string, id: string): OrgRecord {
  const record = tableOf(state, object)[id];
  if (record === undefined) throw new OrgError('NOT_FOUND', 'The requested resource does not exist', 404);
  if (record['IsDeleted'] === true) throw new OrgError('ENTITY_IS_DELETED', 'entity is deleted', 404);
  return record;
}

function fieldsOf(objects: Objects, object: string): Readonly<Record<string, StandInField>> {
  const fields = objects[object];
  if (fields === undefined) throw new OrgError('NOT_FOUND', 'The requested resource does not exist', 404);
  return fields;
}

function readValues(
  { objects }: Writing,
  object: string,
  given: Readonly<Record<string, unknown>>,
  isNew: boolean,
): OrgRecord {
  const fields = fieldsOf(objects, object);
  const values: OrgRecord = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'attributes') continue;
    const field = fields[name];
    if (field === undefined)
      throw new OrgError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`, 400, [name]);
    if (field.isReadOnly === true || (field.isFixed === true && !isNew)) {
      throw new OrgError(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${name}. Please check the security settings of this field.`,
        400,
        [name],
      );
    }
    values[name] = readValue(name, field, value);
  }
  return values;
}

function readValue(name: string, field: StandInField, value: unknown): Value {
  if (value === null || value === '') return field.type === 'boolean' ? false : null;
  const isOdd = { boolean: typeof value !== 'boolean', double: typeof value !== 'number' }[field.type as string];
  if (isOdd === true || typeof value === 'object')
    throw new OrgError('JSON_PARSER_ERROR', `Cannot deserialize ${name}`, 400, [name]);
  if (typeof value !== 'string') return value as Value;
  if (field.length !== undefined && value.length > field.length) {
    throw new OrgError('STRING_TOO_LONG', `${name}: data value too large: (max length=${field.length})`, 400, [name]);
  }
  if (field.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value))
    throw new OrgError('JSON_PARSER_ERROR', `Cannot deserialize ${name}`, 400, [name]);
  if (field.type === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(value)) {
    throw new OrgError('INVALID_EMAIL_ADDRESS', `${name}: invalid email address: ${value}`, 400, [name]);
  }
  if (field.values !== undefined && !field.values.includes(value)) {
    throw new OrgError(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${name}: bad value for restricted picklist field: ${value}`,
      400,
      [name],
    );
  }
  return value;
}

function check(
  { state, objects, options }: Writing,
  object: string,
  record: OrgRecord,
  before: OrgRecord | null,
): void {
  const required = {
    Contact: ['LastName'],
    GiftTransaction: ['OriginalAmount', 'Status'],
    Task: ['Status', 'Priority'],
    Opportunity: ['CloseDate', 'StageName'],
  }[object];
  for (const name of required ?? []) {
    if (record[name] === null)
      throw new OrgError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${name}]`, 400, [name]);
  }
  for (const [name, { isUnique, refersTo }] of Object.entries(fieldsOf(objects, object))) {
    const value = record[name] ?? null;
    if (value === null || value === before?.[name]) continue;
    if (isUnique === true) {
      const other = Object.values(tableOf(state, object)).find(
        (each) =>
          each['Id'] !== record['Id'] &&
          each['IsDeleted'] !== true &&
          String(each[name]).toLowerCase() === String(value).toLowerCase(),
      );
      if (other !== undefined) {
        throw new OrgError(
          'DUPLICATE_VALUE',
          `duplicate value found: ${name} duplicates value on record with id: ${String(other['Id'])}`,
        );
      }
    }
    if (refersTo !== undefined && refersTo !== 'Contact') continue;
    if (refersTo === 'Contact' && name !== 'MasterRecordId') {
      const target = tableOf(state, 'Contact')[String(value)];
      if (target === undefined)
        throw new OrgError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', 400, [name]);
      if (target['IsDeleted'] === true) throw new OrgError('ENTITY_IS_DELETED', 'entity is deleted', 400, [name]);
    }
  }
  if (object === 'Contact' && options.hasDuplicateRule === true && record['Email'] !== (before?.['Email'] ?? null)) {
    const twin = Object.values(tableOf(state, 'Contact')).find(
      (each) =>
        each['Id'] !== record['Id'] &&
        each['IsDeleted'] !== true &&
        record['Email'] !== null &&
        each['Email'] === record['Email'],
    );
    if (twin !== undefined) throw new OrgError('DUPLICATES_DETECTED', 'Use one of these records?');
  }
}

function stamp({ now }: Writing, record: OrgRecord, byUser: boolean): void {
  record['SystemModstamp'] = stampOf(now);
  if (byUser) record['LastModifiedDate'] = stampOf(now);
}

function settle(writing: Writing, object: string, record: OrgRecord, before: Readonly<Record<string, Value>>): void {
  if (object === 'Contact') settleContact(writing, record, before);
  if (object === 'npe01__OppPayment__c') {
    // The sums of its payments are worked out anew on the gift, which moves the gift's stamp.
    const gift = tableOf(writing.state, 'Opportunity')[String(record['npe01__Opportunity__c'])];
    if (gift !== undefined) stamp(writing, gift, false);
  }
  if (record['IsPersonAccount'] === true) {
    const parts = ['FirstName', 'MiddleName', 'LastName'].map((name) => record[name]);
    record['Name'] = parts.filter(Boolean).join(' ');
  }
  if (object === 'GiftTransaction')
    record['RefundedAmount'] = record['Status'] === 'Fully Refunded' ? (record['OriginalAmount'] ?? null) : 0;
  if (object === 'GiftCommitmentSchedule') {
    const commitment = tableOf(writing.state, 'GiftCommitment')[String(record['GiftCommitmentId'])];
    if (commitment !== undefined) {
      commitment['CurrentGiftCmtScheduleId'] = record['Id'] ?? null;
      stamp(writing, commitment, false);
    }
  }
  if (object === 'Task') {
    const status = statusesOf(writing.options).find(({ name }) => name === record['Status']);
    const isClosed = status?.isClosed === true;
    if (isClosed && record['IsClosed'] !== true) record['CompletedDateTime'] = stampOf(writing.now);
    if (!isClosed) record['CompletedDateTime'] = null;
    record['IsClosed'] = isClosed;
  }
  if (object === 'Opportunity') {
    const stage = STAGES[String(record['StageName'])];
    record['IsWon'] = stage?.isWon === true;
    record['IsClosed'] = stage?.isClosed === true;
  }
}

const PREFERRED: Readonly<Record<string, string>> = {
  Home: 'HomePhone',
  Work: 'npe01__WorkPhone__c',
  Mobile: 'MobilePhone',
  Other: 'OtherPhone',
};
const MAILING = ['MailingStreet', 'MailingPostalCode', 'MailingCity', 'MailingCountry', 'MailingCountryCode'] as const;

function settleContact(writing: Writing, record: OrgRecord, before: Readonly<Record<string, Value>>): void {
  const { state, options } = writing;
  const changed = (name: string): boolean => (record[name] ?? null) !== (before[name] ?? null);
  record['Name'] = ['FirstName', 'MiddleName', 'LastName']
    .map((name) => record[name])
    .filter(Boolean)
    .join(' ');
  if (options.hasNpsp === false) return;
  if (changed('npsp__Deceased__c') && 'npsp__Deceased__c' in before)
    record['npsp__Do_Not_Contact__c'] = record['npsp__Deceased__c'] ?? false;
  // Both flags follow, also when it is unticked.
  if (changed('npsp__Do_Not_Contact__c') && 'npsp__Do_Not_Contact__c' in before) {
    record['DoNotCall'] = record['npsp__Do_Not_Contact__c'] ?? false;
    record['HasOptedOutOfEmail'] = record['npsp__Do_Not_Contact__c'] ?? false;
  }
  if (options.hasPreferredWorkflows === true) {
    const field = PREFERRED[String(record['npe01__PreferredPhone__c'])];
    if (field !== undefined && changed(field)) record['Phone'] = record[field] ?? null;
    else if (field !== undefined && changed('Phone')) record[field] = record['Phone'] ?? null;
  }
  const hasMoved = MAILING.some((name) => name in record && changed(name));
  if (!hasMoved || record['npsp__is_Address_Override__c'] === true || !('Id' in before)) return;
  // It is the address of the household, and everybody in it follows.
  for (const other of Object.values(tableOf(state, 'Contact'))) {
    const isMember =
      other['AccountId'] === record['AccountId'] && other['Id'] !== record['Id'] && other['IsDeleted'] !== true;
    if (!isMember || other['npsp__is_Address_Override__c'] === true) continue;
    for (const name of MAILING) if (name in record) other[name] = record[name] ?? null;
    stamp(writing, other, true);
  }
}
