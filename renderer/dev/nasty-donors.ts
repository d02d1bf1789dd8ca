/** Donors as they exist in real files: names that break a careless screen. */
import { HANNEKE, person, s, type FakeDonor } from './donors.ts';

const LONG_SURNAME =
  'Wolfeschlegelsteinhausenbergerdorff-van der Sluijs-Quaedvlieg van Oldenbarnevelt tot Sint-Annaparochie ' +
  'genaamd Schimmelpenninck van der Oye-Hoogendijk Meerschenbroeckxhorst en Nieuw-Lekkerlandsekerkhofbuurt';

const LONG: FakeDonor = {
  ...HANNEKE,
  donorId: 201,
  name: person('Wilhelmina Theodora Maria', 'van der', LONG_SURNAME, 'female'),
  email: 'wilhelmina.theodora.maria.van.der.wolfeschlegelsteinhausenbergerdorff@eenheelergelangdomein.voorbeeld.nl',
  address: {
    street: 'Burgemeester Baron van Voërst van Lyndenstraat 1024 B bis achter, ingang via de steeg',
    postcode: '7981 BR',
    town: 'Gasselterboerveenschemond',
    country: 'NL',
  },
  giftText: s(
    'op dinsdag 10 november, voor Zwemles voor ieder kind in alle dorpen tussen de Dollard en de Wadden, tweede ronde',
    'on Tuesday 10 November, for Zwemles voor ieder kind in alle dorpen tussen de Dollard en de Wadden, tweede ronde',
  ),
};

const MARKUP: FakeDonor = {
  ...HANNEKE,
  donorId: 202,
  name: person('<b>Piet</b>', '', '<script>alert(1)</script> & Zn.', 'male'),
  about: s('**Vet** & <i>schuin</i> {{name}} $t(bar.today)', '**Bold** & <i>slanted</i> {{name}} $t(bar.today)'),
};

const RIGHT_TO_LEFT: FakeDonor = { ...HANNEKE, donorId: 203, name: person('محمد', '', 'الحسن', 'male') };
const EMOJI: FakeDonor = { ...HANNEKE, donorId: 204, name: person('Noor 🏊‍♀️', '', 'de Vries 💙', null) };
const NO_GENDER: FakeDonor = {
  ...HANNEKE,
  donorId: 205,
  name: person('Robin', 'van der', 'Aa', null),
  email: null,
  address: null,
};
const ORGANISATION: FakeDonor = {
  ...HANNEKE,
  donorId: 206,
  name: {
    kind: 'organization',
    firstName: '',
    prefix: '',
    surname: '',
    displayName: 'Zwem- en Poloclub De Blauwe Golf e.o., afdeling Leeuwarden',
    gender: null,
  },
  phones: [],
};

export const NASTY_DONORS: readonly FakeDonor[] = [LONG, MARKUP, RIGHT_TO_LEFT, EMOJI, NO_GENDER, ORGANISATION];
