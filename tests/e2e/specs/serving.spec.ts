import { expect, test } from '@playwright/test';

test('the built files are served as a good host serves them', async ({ request, baseURL }) => {
  const page = await request.get('./');
  expect(page.headers()['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers()['cache-control']).toBe('no-cache');
  const html = await page.text();
  const wasm = html.match(/[\w./-]+_bg\.wasm/)?.[0];
  expect(wasm, 'the page names its wasm file').toBeTruthy();
  const answer = await request.get(new URL(wasm!, baseURL).href, {
    headers: { 'accept-encoding': 'br' },
  });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/wasm');
  expect(answer.headers()['content-encoding']).toBe('br');
  expect(answer.headers()['cache-control']).toContain('immutable');
});

test('a page that is not there is a 404', async ({ request }) => {
  expect((await request.get('./no-such-page')).status()).toBe(404);
});
