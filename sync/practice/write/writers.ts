import type { Row } from '../json.ts';
import type { EntitySpec } from '../metadata/entity.ts';
import type { Caller } from '../site.ts';
import { writeActivity } from './activity.ts';
import { writeAddress } from './address.ts';
import { writeContact } from './contact.ts';
import { writeContribution, writeRecurring } from './contribution.ts';
import { writeCustomField, writeCustomGroup } from './custom-metadata.ts';
import { writeGroup, writeGroupContact, writeOption, writeTitled } from './listed.ts';
import { writeEmail, writePhone } from './location.ts';
import { writeRow } from './rows.ts';

type Writer = (caller: Caller, entity: EntitySpec, item: Row) => Row;

/** What is particular about writing some entities; the others are nothing but their row. */
const WRITERS: Readonly<Record<string, Writer>> = {
  Activity: writeActivity,
  Address: ({ site }, entity, item) => writeAddress(site, entity, item),
  Campaign: writeTitled,
  Contact: writeContact,
  Contribution: writeContribution,
  ContributionRecur: ({ site }, entity, item) => writeRecurring(site, entity, item),
  CustomField: writeCustomField,
  CustomGroup: writeCustomGroup,
  Email: ({ site }, entity, item) => writeEmail(site, entity, item),
  Group: writeGroup,
  GroupContact: writeGroupContact,
  OptionValue: writeOption,
  Phone: ({ site }, entity, item) => writePhone(site, entity, item),
};

/** Writes the row of an item, and answers the columns that were written, with the id. */
export function writeEntity(caller: Caller, entity: EntitySpec, item: Row): Row {
  const write = WRITERS[entity.name];
  return write === undefined ? writeRow(caller.site, entity, item) : write(caller, entity, item);
}
