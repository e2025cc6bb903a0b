import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { enter, Shop } from './weir';

let shop: Shop;
let link: string;

test.beforeAll(async () => {
  shop = new Shop();
  link = await shop.serve();
});

test.afterAll(() => shop.close());

test('the printed link opens the page logged in, and leaves its token out of the address', async ({ page }) => {
  await enter(page, link);

  await expect(page.getByRole('status').filter({ hasText: 'live' })).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'live' })).toBeVisible();
});

test('who has no token is told how to get in, and sees no asset', async ({ page }) => {
  await page.goto(new URL('/assets', link).href);

  await expect(page.getByText('weir server')).toBeVisible();
  await expect(page.getByText('monthly_spending')).toHaveCount(0);
});

test('no other page may ask in the name of who is logged in', async ({ context, page }) => {
  await enter(page, link);
  const elsewhere = await context.newPage();
  await elsewhere.goto(link.replace('127.0.0.1', 'localhost').replace(/#.*/, ''));

  const answer = await elsewhere.evaluate(
    async (address) => fetch(address, { credentials: 'include' }).then(String, String),
    new URL('/api/v1/status', link).href,
  );

  expect(answer).toContain('TypeError');
});

test('the token that only looks opens the page too', async ({ page }) => {
  const token = readFileSync(join(shop.folder, '.weir/server/token-read'), 'utf8').trim();

  await page.goto(new URL(`/assets#token=${token}`, link).href);

  await expect(page.getByRole('link', { name: 'monthly_spending' })).toBeVisible();
});
