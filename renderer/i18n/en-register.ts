/** The register of postcodes, in English. */
import type { Catalogue } from './nl.ts';

export const REGISTER: Catalogue['register'] = {
  group: 'This workstation',
  section: 'Register of postcodes',
  title: 'Register of postcodes',
  intro:
    'With a register a postcode and a house number are enough in a call: Dankbel proposes street and town, also without a network. Without one you type the address as always.',
  none: 'There is no register yet.',
  known_one: '{{number}} postcode is known.',
  known_other: '{{number}} postcodes are known.',
  sending: 'The file is being taken over: {{percent}}%.',
  reading_one: 'It is being read: {{number}} row so far. You can simply go on working.',
  reading_other: 'It is being read: {{number}} rows so far. You can simply go on working.',
  loaded_one: 'Ready: {{number}} row read.',
  loaded_other: 'Ready: {{number}} rows read.',
  leftOut_one: '{{number}} row without a postcode, street or town was passed over.',
  leftOut_other: '{{number}} rows without a postcode, street or town were passed over.',
  choose: 'Choose a file',
  chooseOther: 'Replace it by another file',
  tooLarge: 'This file is larger than 1 GB. Choose one with postcode, house number, street and town only.',
  fileTitle: 'The file',
  file: 'A CSV file. Its first line names the columns, in any order; other columns are passed over.',
  where: 'The Dutch register of addresses (BAG) of the Kadaster may be used freely. Dankbel itself fetches nothing.',
};
