/**
 * Names as they are spread in the Netherlands. The common surnames have the weights of the register of 2007 (in
 * thousands); seven in eight people have a rarer one, which is made of the parts that Dutch names are made of. One in
 * eight has a name from elsewhere.
 */
import type { Chance } from './chance.ts';

export interface Surname {
  readonly prefix: string;
  readonly surname: string;
}

const COMMON: readonly (readonly [string, number])[] = [
  ['de|Jong', 84],
  ['|Jansen', 74],
  ['de|Vries', 71],
  ['van den|Berg', 59],
  ['van|Dijk', 56],
  ['|Bakker', 55],
  ['|Janssen', 54],
  ['|Visser', 50],
  ['|Smit', 42],
  ['|Meijer', 40],
  ['de|Boer', 38],
  ['|Mulder', 36],
  ['de|Groot', 36],
  ['|Bos', 35],
  ['|Vos', 30],
  ['|Peters', 30],
  ['|Hendriks', 29],
  ['van|Leeuwen', 29],
  ['|Dekker', 28],
  ['|Brouwer', 25],
  ['de|Wit', 25],
  ['|Dijkstra', 24],
  ['|Smits', 24],
  ['de|Graaf', 22],
  ['van der|Meer', 21],
  ['van der|Linden', 20],
  ['|Kok', 20],
  ['|Jacobs', 20],
  ['de|Haan', 20],
  ['|Vermeulen', 19],
  ['van den|Heuvel', 19],
  ['van der|Veen', 18],
  ['van den|Broek', 18],
  ['de|Bruijn', 17],
  ['de|Bruin', 14],
  ['van der|Heijden', 17],
  ['|Schouten', 17],
  ['van|Beek', 16],
  ['|Willems', 16],
  ['van|Vliet', 16],
  ['van de|Ven', 14],
  ['|Hoekstra', 15],
  ['|Maas', 15],
  ['|Verhoeven', 15],
  ['|Koster', 15],
  ['van|Dam', 14],
  ['van der|Wal', 14],
  ['|Prins', 14],
  ['|Blom', 13],
  ['|Huisman', 13],
  ['|Peeters', 13],
  ['de|Jonge', 12],
  ['|Kuipers', 13],
  ['|Kuijpers', 9],
  ['van|Veen', 12],
  ['|Post', 12],
  ['|Kuiper', 12],
  ['|Veenstra', 12],
  ['|Kramer', 12],
  ['van den|Brink', 12],
  ['|Scholten', 11],
  ['van|Wijk', 11],
  ['|Postma', 11],
  ['|Martens', 11],
  ['|Vink', 11],
  ['|de Ruiter', 10],
  ['|Timmermans', 10],
  ['|Groen', 10],
  ['|Gerritsen', 10],
  ['|Jonker', 10],
  ['van|Loon', 10],
  ['|Boer', 10],
  ['van der|Velde', 9],
  ['|Willemsen', 9],
  ['|Smeets', 9],
  ['de|Lange', 9],
  ['de|Vos', 9],
  ['van|Dongen', 9],
  ['|Schipper', 9],
  ['de|Koning', 9],
  ['van der|Laan', 9],
  ['|Koning', 9],
  ['|Driessen', 8],
  ['van|Doorn', 8],
  ['|Hermans', 8],
  ['|Evers', 8],
  ['van den|Bosch', 8],
  ['van der|Meulen', 8],
  ['|Hofman', 8],
  ['|Bosman', 8],
  ['|Wolters', 8],
  ['|Sanders', 8],
  ['|Molenaar', 7],
  ['|Meyer', 6],
  ['|Hansen', 5],
  ['in ’t|Veld', 5],
  ['|Mol', 6],
];

const STEMS =
  'Wester Ooster Noorder Zuider Hogen Lagen Bruggen Boom Veld Berken Eiken Elzen Linden Hazel Kers Wilgen Duin Heide Kamp Lands Meen Nieuwen Ouden Rozen Schaap Stein Tuin Ver Vis Water Weer Wijn Zand Zee Zilver Bloemen Broek Dam Engel Goud Haver Hoeve Kerk Klooster Koe Lamme Molen Paarde Poel Rijn Roggen Slot Sluis Sterk Stolk Toren Vogel Vree Winter'.split(
    ' ',
  );
const ENDINGS =
  'hof huis man berg veld beek dijk horst kamp laar meer oord steeg straten sma stra inga ing ink hout burg daal dam daele broek bosch brink haar hoek kerk land loo mans mond poort rade siek stede veen voort waard weg wijk zand'.split(
    ' ',
  );

const ELSEWHERE: readonly Surname[] = (
  'Yılmaz Demir Kaya Şahin Çelik Öztürk Yıldız Aydın Arslan Doğan Koç Kılıç ' +
  'El_Amrani El_Idrissi Bouzid Benali Ouali Amrani Chaouch Aït_Taleb Ben_Said Haddou Azzouzi Bakkali ' +
  'Singh Ramdin Jagroep Mahabier Kalpoe Ramlal Biharie Soekhoe Djokarto Sewnarain Mangal ' +
  'Nguyễn Trần Wang Chen Li Hu Kowalski Nowak Wiśniewski Wójcik Kamiński Zieliński Łukasik ' +
  'Müller Schröder Weiß Schäfer Dubois Lefèvre García Fernández Gonçalves Silva Martina Maduro Croes Tromp ' +
  'Popescu Ionescu Petrov Ivanova Hassan Ali Mohamed Ahmed Osman Tesfay Habte Al_Masri Khalil'
)
  .split(' ')
  .map((name) => ({ prefix: '', surname: name.replaceAll('_', ' ') }));

export function drawSurname(chance: Chance): Surname {
  if (chance.percent(12)) return chance.one(ELSEWHERE);
  if (chance.percent(15)) {
    const [prefix = '', surname = ''] = chance.weighted(COMMON).split('|');
    return { prefix, surname };
  }
  const prefix = chance.weighted([
    ['', 62],
    ['van', 16],
    ['van der', 8],
    ['van den', 5],
    ['de', 4],
    ['ter', 2],
    ['ten', 2],
    ['te', 1],
  ]);
  return { prefix, surname: `${chance.one(STEMS)}${chance.one(ENDINGS)}` };
}

const WOMEN =
  'Maria Johanna Anna Elisabeth Cornelia Wilhelmina Catharina Hendrika Petronella Adriana Sanne Lisa Linda Sandra Monique Ingrid Petra Marieke Esther Anouk Femke Lotte Emma Sophie Julia Eva Iris Naomi Laura Marloes Manon Kim Chantal Nicole Bianca Jolanda Miranda Saskia Karin Marjan Wendy Ellen Margreet Annemarie Anneke Yvonne Astrid Daniëlle Michèlle Renée Zoë Noëlle Fleur Roos Lieke Merel Nienke Jantine Willeke Hilde Ilse Loes Tessa Maaike Judith Mirjam Rianne Suzanne Simone Martine Françoise Jacqueline Agnes Irene Sylvia Nathalie Yasmina Fatima Aïcha Naima Elif Zeynep Ayşe Priya Shanti Agnieszka Katarzyna'.split(
    ' ',
  );
const MEN =
  'Johannes Jan Cornelis Hendrik Willem Pieter Petrus Gerrit Adrianus Jacobus Peter Hans Erik Mark Marcel Rob Robert René André Michel Dennis Martijn Jeroen Bas Tim Thomas Daan Lars Sander Wouter Stefan Patrick Richard Ronald Frank Paul Edwin Arjan Bart Tom Rick Kevin Jasper Joris Koen Ruben Niels Jurgen Sjoerd Douwe Tjeerd Gijs Luuk Sven Simon Martin Daniël Raphaël Joël Loïc Wessel Hidde Roel Maarten Bernard Theodorus Antonius Franciscus Leonardus Gerardus Albert Arie Dirk Leendert Mohammed Ahmed Youssef Hamza Mehmet Mustafa Emre Anil Rajesh Piotr Tomasz Marek'.split(
    ' ',
  );

/** What people with a name for the register are called at home. Written down apart from the list of the matcher. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  Maria: ['Ria', 'Marijke', 'Rietje', 'Mieke', 'Marian'],
  Johanna: ['Joke', 'Hanneke', 'Annie', 'Jopie', 'Janneke'],
  Anna: ['Ans', 'Annet', 'Anja', 'Annelies'],
  Elisabeth: ['Els', 'Bep', 'Liesbeth', 'Betty', 'Lies', 'Ellis'],
  Cornelia: ['Corrie', 'Nel', 'Lia', 'Conny'],
  Wilhelmina: ['Willy', 'Mien', 'Wil', 'Helma', 'Ina'],
  Catharina: ['Toos', 'Ineke', 'Trijntje', 'Karin'],
  Hendrika: ['Hennie', 'Riek', 'Rika', 'Ineke'],
  Petronella: ['Nel', 'Petra', 'Elly'],
  Adriana: ['Ada', 'Jeanne', 'Adrie', 'Janny'],
  Johannes: ['Hans', 'Jan', 'Joop', 'John', 'Johan'],
  Cornelis: ['Kees', 'Cor', 'Nelis', 'Corné'],
  Hendrik: ['Henk', 'Hein', 'Rik', 'Harry'],
  Willem: ['Wim', 'Pim', 'Wil'],
  Pieter: ['Piet', 'Peter'],
  Petrus: ['Piet', 'Peer', 'Peter'],
  Gerrit: ['Ger', 'Gert'],
  Adrianus: ['Ad', 'Arjan', 'Aad', 'Janus'],
  Jacobus: ['Jaap', 'Koos', 'Ko', 'Sjaak'],
  Theodorus: ['Theo', 'Dorus'],
  Antonius: ['Ton', 'Toon', 'Anton'],
  Franciscus: ['Frans', 'Cis', 'Frank'],
  Leonardus: ['Leo', 'Leon', 'Leen'],
  Gerardus: ['Gerard', 'Ger', 'Geert'],
  Leendert: ['Leen', 'Len'],
  Mohammed: ['Mo', 'Mohamed'],
};

export interface FirstName {
  /** As in the register, with further names. */
  readonly official: readonly string[];
  readonly called: string;
}

export function drawFirstName(chance: Chance, gender: 'female' | 'male'): FirstName {
  const all = gender === 'female' ? WOMEN : MEN;
  const official = [chance.one(all)];
  while (official.length < 3 && chance.percent(30)) official.push(chance.one(all));
  const [first = ''] = official;
  const called = CALLED[first];
  return { official, called: called !== undefined && chance.percent(60) ? chance.one(called) : first };
}
