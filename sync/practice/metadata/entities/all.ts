import type { EntityBuilder, EntitySpec } from '../entity.ts';
import type { Version } from '../field.ts';
import { activity, activityContact } from './activity.ts';
import { contact } from './contact.ts';
import { contribution, contributionRecur } from './contribution.ts';
import { customField, customGroup } from './custom.ts';
import { group, groupContact, subscriptionHistory } from './group.ts';
import { address, email, phone } from './location.ts';
import { campaign, country, financialType, locationType, optionGroup, optionValue } from './option.ts';

/** In the order in which their tables are made. */
const BUILDERS: readonly EntityBuilder[] = [
  optionGroup,
  optionValue,
  country,
  locationType,
  financialType,
  campaign,
  contact,
  email,
  phone,
  address,
  contributionRecur,
  contribution,
  activity,
  activityContact,
  group,
  groupContact,
  subscriptionHistory,
  customGroup,
  customField,
];

/** The entities that a server of this version offers. */
export function entitiesOf(version: Version): readonly EntitySpec[] {
  return BUILDERS.map((build) => build(version));
}
