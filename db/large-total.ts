import type { Cents } from '../domain/money.ts';

/**
 * From this total on donors are indexed by it (migration 0150, which is why this never changes). A limit for major
 * gifts below it is found too, only slower.
 */
export const LARGE_TOTAL: Cents = 50_000;
