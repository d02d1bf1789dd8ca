import { ApiError } from '../errors.ts';
import { isNumeric } from '../php.ts';

/** An expression as it may stand in select, where, orderBy, groupBy and join. */
export type Expression =
  | { readonly kind: 'field'; readonly path: string; readonly suffix: string | undefined; readonly source: string }
  | { readonly kind: 'literal'; readonly value: boolean | number | string | null; readonly source: string }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly distinct: boolean;
      readonly parameters: readonly Expression[];
      readonly source: string;
    };

/** An item of `select`: the expression and the key under which it stands in the rows. */
export interface SelectItem {
  readonly expression: Expression;
  readonly key: string;
}

const CALL = /^(\w+)\((.*)\)$/s;
const SUFFIX = /^(.+):(name|label|abbr|description|icon|color)$/;

/** Cuts at the commas that stand outside quotes and brackets. */
function splitParameters(text: string): readonly string[] {
  const parts: string[] = [];
  let [part, depth, quote] = ['', 0, ''];
  for (const character of text) {
    if (quote === '' && character === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
      continue;
    }
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    part += character;
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
}

function parseCall(name: string, inside: string, source: string): Expression {
  if (name !== name.toUpperCase()) throw new ApiError('Sql function must be uppercase.');
  const distinct = /^DISTINCT\s+/.exec(inside.trim());
  const parameters = distinct === null ? inside : inside.trim().slice(distinct[0].length);
  return {
    kind: 'call',
    name,
    distinct: distinct !== null,
    parameters: splitParameters(parameters).map(parseExpression),
    source,
  };
}

/** The path and the suffix of a field: `gender_id:name` → `gender_id`, `name`. */
export function splitSuffix(text: string): readonly [string, string | undefined] {
  const match = SUFFIX.exec(text);
  return match === null ? [text, undefined] : [match[1] ?? '', match[2]];
}

/** Reads one expression. @throws ApiError when it cannot be one. */
export function parseExpression(text: string): Expression {
  const source = text.trim();
  const call = CALL.exec(source);
  if (call !== null) return parseCall(call[1] ?? '', call[2] ?? '', source);
  if (source.startsWith('(')) throw new ApiError(`Unable to parse sql expression: ${source}`);
  const first = source.slice(0, 1);
  if (source.length > 1 && (first === '"' || first === "'") && source.endsWith(first)) {
    return { kind: 'literal', value: source.slice(1, -1), source };
  }
  if (source === 'NULL') return { kind: 'literal', value: null, source };
  if (source === 'TRUE' || source === 'FALSE') return { kind: 'literal', value: source === 'TRUE', source };
  if (isNumeric(source)) return { kind: 'literal', value: Number(source), source };
  const [path, suffix] = splitSuffix(source);
  return { kind: 'field', path, suffix, source };
}

/** The paths of all fields in an expression. */
export function pathsIn(expression: Expression): readonly string[] {
  if (expression.kind === 'field') return [expression.path];
  return expression.kind === 'call' ? expression.parameters.flatMap(pathsIn) : [];
}

function keyOf(expression: Expression): string {
  if (expression.kind === 'call') return `${expression.name}:${pathsIn(expression).join('_')}`;
  return expression.kind === 'field' ? expression.source : expression.source.replace(/\W+/g, '_');
}

/** Reads an item of `select`: `SUM(total_amount) AS total`. */
export function parseSelectItem(text: string): SelectItem {
  const at = text.lastIndexOf(' AS ');
  const expression = parseExpression(at < 0 ? text : text.slice(0, at));
  const key =
    at < 0
      ? keyOf(expression)
      : text
          .slice(at + 4)
          .trim()
          .replace(/\W+/g, '_');
  return { expression, key };
}
