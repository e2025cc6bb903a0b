import { expect, test } from '@playwright/test';
import { enter, Shop } from './weir';

let shop: Shop;
let link: string;

test.beforeEach(async () => {
  shop = new Shop();
  expect(await shop.weir('materialize', 'spending', '--partition', '2026-01-01..2026-01-05')).toMatchObject({ status: 0 });
  shop.rewrite('2026-01-03', '33.50', '-33.50');
  expect(await shop.weir('materialize', 'spending', '--partition', '2026-01-03')).toMatchObject({ status: 3 });
  link = await shop.serve();
});

test.afterEach(() => shop.close());

test('what was rejected is found, understood, mended, planned, launched and watched until it is fresh', async ({ page }) => {
  await enter(page, link);

  // Found: the root of it, and what waits behind it.
  await expect(page.getByText('check range_amount: amount is at least 0')).toBeVisible();
  await page.getByRole('link', { name: 'orders', exact: true }).click();

  // Understood: the rows that failed. What readers see is still the good version.
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: 'See the rows that failed' }).click();
  await expect(page.getByText('-33.5').first()).toBeVisible();

  // Mended in the file, planned in the page.
  shop.rewrite('2026-01-03', '-33.50', '34.50');
  await page.goto(new URL('/launch?sel=spending&p=2026-01-03', link).href);
  await expect(page.getByText('what it stands for is not what tills@2026-01-03#2 saw')).toBeVisible();
  await page.getByRole('button', { name: /^Launch/ }).click();

  // Watched.
  await expect(page).toHaveURL(/\/runs\/[0-9a-f-]{36}/);
  await expect(page.getByText('succeeded').first()).toBeVisible();
  await page.goto(new URL('/assets/orders', link).href);
  await expect(page.getByText('5 fresh').first()).toBeVisible();
  await expect(page.getByText('rejected')).toHaveCount(0);
  const said = await shop.weir('head', 'orders@2026-01-03');
  expect(said.said).toContain('34.5');
});

test('the same by keyboard only', async ({ page }) => {
  await enter(page, link);

  await page.keyboard.press('/');
  await page.keyboard.type('orders');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/assets\/orders|\/lineage/);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
  shop.rewrite('2026-01-03', '-33.50', '33.50');
  await page.goto(new URL('/launch?sel=spending&p=2026-01-03', link).href);
  const launch = page.getByRole('button', { name: /^Launch/ });
  await expect(launch).toBeEnabled();
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return launch.evaluate((button) => button === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/runs\/[0-9a-f-]{36}/);
  await expect(page.getByText('succeeded').first()).toBeVisible();
});
