import type { DataType } from '../metadata/field.ts';

/** A function that expressions may call: how it is written in SQL, and what it answers (`same`: what it was given). */
export interface SqlFunction {
  readonly aggregate: boolean;
  readonly minimum: number;
  readonly maximum: number;
  readonly answers: DataType | 'same';
  readonly write: (parameters: readonly string[], distinct: string) => string;
}

function aggregate(answers: DataType | 'same', write: SqlFunction['write'], minimum = 1): SqlFunction {
  return { aggregate: true, minimum, maximum: 1, answers, write };
}

function scalar(answers: DataType | 'same', minimum: number, maximum: number, name: string): SqlFunction {
  return { aggregate: false, minimum, maximum, answers, write: (parameters) => `${name}(${parameters.join(', ')})` };
}

function written(answers: DataType, count: number, write: (...parameters: readonly string[]) => string): SqlFunction {
  return { aggregate: false, minimum: count, maximum: count, answers, write: (parameters) => write(...parameters) };
}

const MANY = 20;

export const FUNCTIONS: Readonly<Record<string, SqlFunction>> = {
  COUNT: aggregate('Integer', ([value = '*'], distinct) => `count(${distinct}${value})`, 0),
  SUM: aggregate('same', ([value = ''], distinct) => `sum(${distinct}${value})`),
  AVG: aggregate('Float', ([value = ''], distinct) => `avg(${distinct}${value})`),
  MIN: aggregate('same', ([value = '']) => `min(${value})`),
  MAX: aggregate('same', ([value = '']) => `max(${value})`),
  GROUP_CONCAT: aggregate('Array', ([value = ''], distinct) => `json_group_array(${distinct}${value})`),
  COALESCE: scalar('same', 1, MANY, 'coalesce'),
  IFNULL: scalar('same', 2, 2, 'ifnull'),
  NULLIF: scalar('same', 2, 2, 'nullif'),
  GREATEST: scalar('same', 2, MANY, 'max'),
  LEAST: scalar('same', 2, MANY, 'min'),
  ABS: scalar('same', 1, 1, 'abs'),
  ROUND: scalar('Float', 1, 2, 'round'),
  LOWER: scalar('String', 1, 1, 'lower_case'),
  UPPER: scalar('String', 1, 1, 'upper_case'),
  REPLACE: scalar('String', 3, 3, 'replace'),
  LEFT: written('String', 2, (text = '', length = '') => `substr(${text}, 1, ${length})`),
  RIGHT: written('String', 2, (text = '', length = '') => `substr(${text}, -${length})`),
  CONCAT: {
    aggregate: false,
    minimum: 1,
    maximum: MANY,
    answers: 'String',
    write: (parameters) => `(${parameters.join(' || ')})`,
  },
  YEAR: written('Integer', 1, (moment = '') => `CAST(substr(${moment}, 1, 4) AS INTEGER)`),
  MONTH: written('Integer', 1, (moment = '') => `CAST(substr(${moment}, 6, 2) AS INTEGER)`),
  DATE: written('Date', 1, (moment = '') => `substr(${moment}, 1, 10)`),
};
