import { getRows } from '../query/get.ts';
import type { Action } from './action.ts';

export const get: Action = ({ caller, entity, parameters }) => {
  const { rows, count, matched } = getRows(caller, entity, parameters);
  return { rows, count, ...(matched === undefined ? {} : { matched }) };
};
