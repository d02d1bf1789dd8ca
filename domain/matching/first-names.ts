/**
 * First names that one person goes by: what stands in the passport, and what everybody says. Names that belong to several
 * stand in several groups. Knowing them only keeps a person in sight: it never makes a match certain by itself.
 */
const GROUPS: readonly (readonly string[])[] = [
  'johanna hanneke hanna annie jo joke jopie jannie janny hannie joanna jo-anne anneke',
  'johannes jan hans johan joop jo jos hannes joannes',
  'wilhelmina mien willemien wil wilma willy mina minke helma',
  'willem wim wil willy bill pim',
  'cornelia corrie cor nel nelleke nelly connie cokkie lia',
  'cornelis kees cor nelis cees',
  'maria marie ria rie mia marijke mieke marja miep riet',
  'elisabeth els bep betty liesbeth lies elly lisa elizabeth ellie betsie bets',
  'catharina toos trijn katrien ina rina carina trien truus cato toos kaatje',
  'geertruida truus geertje trudy geer gerda trudie',
  'hendrika riek rika hennie henny ria dieka henrica',
  'hendrik henk henny harry rik hein hendrikus henricus',
  'petronella nel petra nelly ella pietje',
  'petrus piet peter pieter pete',
  'adriana jana adri janny sjaan ada',
  'adrianus adriaan ad aad adri janus arjan',
  'antonius ton toon antoon anton toine theunis',
  'antonia toos tonnie toni',
  'theodorus theo dorus door thé',
  'theodora thea dora doortje',
  'gerardus gerard ger geert gerrit sjraar',
  'gerarda gerda ger gerry',
  'jacobus jaap koos ko cobus sjaak jacob jacques',
  'jacoba coby cobi ko koosje jaapje',
  'margaretha greet gré greetje margriet marga margreet rita grietje',
  'franciscus frans cis frank',
  'francisca cisca fransje francien',
  'nicolaas klaas nico nick',
  'leonardus leo leon leen',
  'martinus martin tinus tien maarten',
  'martina tineke tiny ina',
  'albertus bert appie albert bertus',
  'alberta berta betty',
  'lambertus bert lammert lambert',
  'hubertus huub bert huib',
  'bernardus ben bernard bennie',
  'josephus jos jozef sjef joep',
  'josephina josje fien jose finy',
  'anna annie anneke ans an anja annet',
  'arie adrie arend',
  'aleida alida leida alie lida',
  'dirk dick diederik',
  'matthijs thijs mathijs matthias',
  'alexander alex sander lex',
  'sebastiaan bas',
  'bartholomeus bart mees',
  'christina tine stien stina chris tineke',
  'christiaan chris christian',
  'michael michiel mike',
  'robert rob bob robbert',
  'richard ries rick',
  'mohammed mohamed muhammad mohammad mo',
].map((names) => names.split(' '));

const GROUPS_OF: ReadonlyMap<string, ReadonlySet<number>> = groupsByName();

function groupsByName(): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const [group, names] of GROUPS.entries()) {
    for (const name of names) found.set(name, (found.get(name) ?? new Set()).add(group));
  }
  return found;
}

/** Whether two first names, in lower case without accents, can be those of one person: "johanna" and "hanneke". */
export function canBeOnePerson(one: string, other: string): boolean {
  const groups = GROUPS_OF.get(one);
  const others = GROUPS_OF.get(other);
  if (groups === undefined || others === undefined) return false;
  return [...groups].some((group) => others.has(group));
}
