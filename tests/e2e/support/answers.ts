/** What the backend sends to a page, answer by answer. */
import type { Page, Response } from '@playwright/test';
import { API_PATHS, type Request } from '../../../contract/wire.ts';

export interface HeardAnswer {
  readonly procedure: string;
  readonly value: unknown;
}

/** Listens from now on. @returns what ends that, and has all that was heard; it can be called before the page goes elsewhere */
export function listenToAnswers(page: Page): () => Promise<readonly HeardAnswer[]> {
  const heard: Promise<HeardAnswer>[] = [];
  const hear = (response: Response): void => {
    if (!response.url().endsWith(API_PATHS.call)) return;
    const { procedure } = response.request().postDataJSON() as Request;
    heard.push(response.json().then((value: unknown) => ({ procedure, value })));
  };
  page.on('response', hear);
  return () => {
    page.off('response', hear);
    return Promise.all(heard);
  };
}

/** Everything in an answer, with the names of the fields on the way. */
export function cellsOf(value: unknown, path: readonly string[] = []): readonly (readonly [string, unknown])[] {
  if (value === null || typeof value !== 'object') return [[path.join('.'), value]];
  return Object.entries(value).flatMap(([key, inner]) => cellsOf(inner, [...path, key]));
}
