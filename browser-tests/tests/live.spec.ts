import { expect, test } from '@playwright/test';
import { enter, Shop } from './weir';

let shop: Shop;
let link: string;

test.beforeAll(async () => {
  shop = new Shop();
  link = await shop.serve();
});

test.afterAll(() => shop.close());

test('what a command in a terminal does moves in the open page', async ({ page }) => {
  await enter(page, link);
  await page.goto(new URL('/assets', link).href);
  const orders = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'orders', exact: true }) });
  await expect(orders).toContainText('missing');
  const runs = await page.context().newPage();
  await runs.goto(new URL('/runs', link).href);
  await expect(runs.getByRole('heading', { name: 'Runs' })).toBeVisible();

  const ended = await shop.weir('materialize', 'orders', '--partition', '2026-01-02');

  expect(ended.said).toContain('2 published');
  await expect(runs.getByText('weir materialize')).toBeVisible();
  await expect(orders).toContainText('6');
});

test('a server that ends is said, and one that comes back is caught up with', async ({ page }) => {
  await enter(page, link);
  const connection = page.getByRole('banner').getByRole('status');
  await expect(connection).toContainText('live');
  const port = new URL(link).port;

  await shop.stop();

  await expect(connection).toContainText('offline');
  expect((await shop.weir('materialize', 'orders', '--partition', '2026-01-04')).status).toBe(0);
  await shop.serve(port);
  await expect(connection).toContainText('live');
  await page.goto(new URL('/runs', link).href);
  await expect(page.getByText('2026-01-04').or(page.getByText('weir materialize')).first()).toBeVisible();
});
