/** Descriptions of an organisation's objects in the database of the profile: names of fields, and nothing of any donor. */
import { readSetting, writeSetting, type Setting } from '../../../db/queries/settings.ts';
import type { Store } from '../../../db/store.ts';
import {
  keptDescriptionSchema,
  type Descriptions,
  type KeptDescription,
} from '../../../sync/crm/salesforce/descriptions.ts';

const settingOf = (object: string): Setting<KeptDescription> => ({
  key: `connection.describe.${object}`,
  schema: keptDescriptionSchema,
});

/** @param whose the organisation and the user who signed in */
export function descriptionsInStore(store: Store, whose: string): Descriptions {
  return {
    whose,
    read: (object) => readSetting(store.reader, settingOf(object)),
    keep: (object, kept) => store.writeSoon((writer) => writeSetting(writer, settingOf(object), kept)),
  };
}
