import { test } from '@playwright/test';

/** What a test can have found besides passing: `cargo xtask quality` counts it. */
export type Finding = 'axe' | 'fault' | 'measured' | 'validated';

/** Writes down what the running test has found. */
export function found(what: Finding, words: string): void {
  test.info().annotations.push({ type: what, description: words });
}

/** How many of a kind the running test has found so far. */
export const countOf = (what: Finding) => test.info().annotations.filter(({ type }) => type === what).length;
