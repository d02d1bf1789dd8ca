/** A town: the first and last four digits of its postcodes, and its area code without the 0. */
export interface Town {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly area: string;
}

function town(name: string, from: number, to: number, area: string): Town {
  return { name, from, to, area };
}

export const TOWNS: readonly Town[] = [
  town('Amsterdam', 1011, 1098, '20'),
  town('Haarlem', 2011, 2037, '23'),
  town('Leiden', 2311, 2334, '71'),
  town('Den Haag', 2491, 2597, '70'),
  town('Delft', 2611, 2629, '15'),
  town('Rotterdam', 3011, 3089, '10'),
  town('Utrecht', 3511, 3585, '30'),
  town('Amersfoort', 3811, 3829, '33'),
  town('Tilburg', 5011, 5049, '13'),
  town("'s-Hertogenbosch", 5211, 5237, '73'),
  town('Eindhoven', 5611, 5658, '40'),
  town('Breda', 4811, 4839, '76'),
  town('Maastricht', 6211, 6229, '43'),
  town('Nijmegen', 6511, 6546, '24'),
  town('Arnhem', 6811, 6846, '26'),
  town('Enschede', 7511, 7548, '53'),
  town('Zwolle', 8011, 8043, '38'),
  town('Leeuwarden', 8911, 8941, '58'),
  town('Groningen', 9711, 9747, '50'),
  town('Assen', 9401, 9408, '592'),
  town('Sneek', 8601, 8608, '515'),
  town('Heerenveen', 8441, 8449, '513'),
  town('Harderwijk', 3841, 3849, '341'),
  town('Goes', 4461, 4465, '113'),
];

export const STREETS: readonly string[] = [
  'Dorpsstraat',
  'Kerkstraat',
  'Molenweg',
  'Schoolstraat',
  'Stationsweg',
  'Beatrixlaan',
  'Nieuwstraat',
  'Eikenlaan',
  'Burgemeester de Withstraat',
  'Zwembadlaan',
  'Gracht',
  'Oranjestraat',
  'Julianaweg',
  'Lindenlaan',
  'Havenkade',
  'Wilhelminaplein',
  'Prins Hendrikkade',
  'Van Goghstraat',
  'Vondelstraat',
  'Meerkoetstraat',
  'Elfstedenweg',
  "'t Zand",
  'Achter de Hoven',
  'Wethouder Van Esstraat',
];

export const ADDITIONS: readonly string[] = ['', '', '', '', '', '', ' a', ' bis', '-2', ' hs', ' B', '-14'];

/** No postcode ends in these letters (rules-nl.md). */
export const FORBIDDEN_LETTERS: ReadonlySet<string> = new Set(['SA', 'SD', 'SS']);
