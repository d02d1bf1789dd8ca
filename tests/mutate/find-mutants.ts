/**
 * Finds the small mistakes that could be made in a source text, and writes the text so that each can be switched on
 * while it runs: one build, one process, any number of mutants. Types are left alone, and so are words.
 */
import { parseAst } from 'vite';

export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** "< becomes <=". */
  readonly what: string;
}

export interface Instrumented {
  readonly mutants: readonly Mutant[];
  readonly code: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** For each operator the mistakes that are made with it. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
};
const METHODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    find: 'findLast',
    findLast: 'find',
    min: 'max',
    max: 'min',
  }),
);

export function instrument(file: string, source: string, firstId: number): Instrumented {
  const mutants: Mutant[] = [];
  const add = (node: Node, what: string): number => {
    const id = firstId + mutants.length;
    mutants.push({ id, file, line: source.slice(0, node.start).split('\n').length, what });
    return id;
  };
  const edits: { readonly at: number; readonly text: string; readonly order: number }[] = [];
  /** Puts `before` and `after` around a node; of nodes that begin or end together the outer one stays outside. */
  const wrap = (node: Node, before: string, after: string): void => {
    const size = node.end - node.start;
    edits.push({ at: node.start, text: before, order: -size }, { at: node.end, text: after, order: size });
  };
  const replace = (start: number, end: number, text: string): void => {
    edits.push({ at: start, text: `${text}/*`, order: 0 }, { at: end, text: '*/', order: 0 });
  };

  /** Operands may stand in brackets, which are no part of them. */
  const replaceOperator = (left: Node, right: Node, operator: string, text: string): void => {
    const at = source.indexOf(operator, left.end);
    if (at < 0 || at >= right.start) throw new Error(`${file}: no ${operator} found`);
    replace(at, at + operator.length, text);
  };

  const visit = (node: Node, parent: Node | null): void => {
    mutate(node, parent);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'key' && node['computed'] !== true) continue;
      if (key === 'property' && node['computed'] !== true) continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child) && !isType(child)) visit(child, node);
      }
    }
  };

  const negate = (test: unknown): void => {
    if (!isNode(test)) return;
    wrap(test, `__mutant.not(${add(test, 'condition negated')}, `, ')');
  };

  const mutate = (node: Node, parent: Node | null): void => {
    switch (node.type) {
      case 'BinaryExpression': {
        const operator = String(node['operator']);
        const [left, right] = [node['left'] as Node, node['right'] as Node];
        const isJoined = operator === '+' && (isText(left) || isText(right));
        const variants = isJoined ? [] : (OPERATORS[operator] ?? []);
        if (variants.length === 0) return;
        const ids = variants.map((variant) => add(node, `${operator} becomes ${variant}`));
        wrap(node, `__mutant.binary(${ids[0]}, ${JSON.stringify([operator, ...variants])}, `, ')');
        replaceOperator(left, right, operator, ', ');
        return;
      }
      case 'LogicalExpression': {
        const operator = String(node['operator']);
        if (operator === '??') return;
        const [left, right] = [node['left'] as Node, node['right'] as Node];
        const id = add(node, `${operator} becomes ${operator === '&&' ? '||' : '&&'}`);
        wrap(node, `__mutant.logical(${id}, '${operator}', () => (`, '))');
        replaceOperator(left, right, operator, '), () => (');
        return;
      }
      case 'UnaryExpression':
        if (node['operator'] === '!') wrap(node, `__mutant.not(${add(node, '! left out')}, `, ')');
        return;
      case 'IfStatement':
      case 'ConditionalExpression':
        negate(node['test']);
        return;
      case 'Literal':
        if (typeof node['value'] === 'number' && parent?.type !== 'UnaryExpression') {
          const [more] = [add(node, `${node['value']} becomes ${node['value'] + 1}`), add(node, 'one less')];
          wrap(node, `__mutant.number(${more}, `, ')');
        } else if (typeof node['value'] === 'boolean') {
          wrap(node, `__mutant.not(${add(node, `${String(node['value'])} flipped`)}, `, ')');
        }
        return;
      case 'CallExpression': {
        const callee = node['callee'] as Node;
        const property = callee['property'];
        if (callee.type !== 'MemberExpression' || !isNode(property) || callee['computed'] === true) return;
        const name = String(property['name']);
        const other = METHODS.get(name);
        if (other === undefined) return;
        const id = add(property, `${name} becomes ${other}`);
        const isOptional = callee['optional'] === true;
        const dot = source.lastIndexOf(isOptional ? '?.' : '.', property.start);
        replace(dot, property.end, `${isOptional ? '?.' : ''}[__mutant.name(${id}, '${name}', '${other}')]`);
        return;
      }
      default:
    }
  };

  visit(parseAst(source, { lang: 'ts' }) as unknown as Node, null);
  return { mutants, code: mutants.length === 0 ? source : apply(source, edits) };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

const TYPES_WITH_VALUES: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
]);

function isType({ type }: Node): boolean {
  return type === 'ImportDeclaration' || (type.startsWith('TS') && !TYPES_WITH_VALUES.has(type));
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string');
}

/** At one place: what ends comes before what begins, the inner end before the outer, the outer beginning before the inner. */
function apply(
  source: string,
  edits: readonly { readonly at: number; readonly text: string; readonly order: number }[],
): string {
  const rank = (order: number): number => (order > 0 ? 0 : order === 0 ? 1 : 2);
  const sorted = edits.toSorted((a, b) => a.at - b.at || rank(a.order) - rank(b.order) || a.order - b.order);
  let code = '';
  let at = 0;
  for (const edit of sorted) {
    code += source.slice(at, edit.at) + edit.text;
    at = edit.at;
  }
  return code + source.slice(at);
}
