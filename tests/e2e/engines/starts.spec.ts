import { expect } from '@playwright/test';

import { test } from './visitor';

// Where this fails, the engine and not the page is at fault, and `cargo xtask test` says that it was not driven.
test('the engine starts', async ({ visitor }, info) => {
  expect(await visitor.run((given) => given! + 1, 1)).toBe(2);
  info.annotations.push({ type: 'version', description: visitor.engine.version });
});
