import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { enter, Shop } from './weir';

let shop: Shop;
let link: string;

test.beforeAll(async () => {
  shop = new Shop();
  link = await shop.serve('0', 'dev');
});

test.afterAll(() => shop.close());

test('a mistake in the source is shown in the page with its line, and what is mended and new is there without a reload', async ({ page }) => {
  const source = readFileSync(join(shop.folder, 'Shop.java'), 'utf8');
  await enter(page, link);
  await page.goto(new URL('/assets', link).href);
  await expect(page.getByRole('link', { name: 'monthly_spending' })).toBeVisible();

  shop.write('Shop.java', source.replace('Table<Month> monthlySpending(Table<Spending> spending)', 'Table<Month> monthlySpending(Table<Spending> spendig)'));

  await expect(page.getByText(/depends on spendig, which is not declared\. Did you mean spending\?/)).toBeVisible();
  await expect(page.getByText('abstract Table<Month> monthlySpending(Table<Spending> spendig);')).toBeVisible();
  await expect(page.getByRole('link', { name: 'monthly_spending' })).toBeVisible();
  await page.screenshot({ path: 'target/pictures/dev-mistake.png' });

  shop.write(
    'Shop.java',
    source.replace('abstract class Reports {', 'abstract class Reports {\n    @Asset @Day long customers(Table<Spending> spending) { return spending.count(); }'),
  );

  await expect(page.getByRole('region', { name: 'The sources are wrong' })).toHaveCount(0);
  await expect(page.getByText('depends on spendig')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'customers', exact: true })).toBeVisible();
});
