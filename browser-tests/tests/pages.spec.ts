import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Shop } from './weir';

/** Each page with the real server, and what has to stand there before it is looked at. */
const PAGES: { name: string; path: string; shows: (page: Page) => ReturnType<Page['locator']> }[] = [
  { name: 'lineage', path: '/lineage', shows: (page) => page.getByRole('treegrid').or(page.locator('canvas')).first() },
  { name: 'catalogue', path: '/assets', shows: (page) => page.getByRole('link', { name: 'monthly_spending' }) },
  { name: 'catalogue-nothing-found', path: '/assets?q=zzz', shows: (page) => page.getByRole('heading', { name: 'No asset is like that' }) },
  { name: 'asset', path: '/assets/orders', shows: (page) => page.getByRole('heading', { name: 'orders' }) },
  { name: 'asset-unknown', path: '/assets/oders', shows: (page) => page.getByRole('alert') },
  { name: 'runs', path: '/runs', shows: (page) => page.getByRole('table').first() },
];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

let shop: Shop;
let link: string;

test.beforeAll(async () => {
  shop = new Shop();
  expect(await shop.weir('materialize', '--partition', '2026-01-01..2026-01-05')).toMatchObject({ status: 0 });
  shop.rewrite('2026-01-03', '33.50', '-33.50');
  expect(await shop.weir('materialize', '--partition', '2026-01-03')).toMatchObject({ status: 3 });
  link = await shop.serve();
});

test.afterAll(() => shop.close());

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page is accessible, complains of nothing and is kept as a picture, in ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const complaints: string[] = [];
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => message.text().includes('Security Policy') && complaints.push(`${page.url()}: ${message.text()}`));
    page.on('request', (request) => new URL(request.url()).origin !== new URL(link).origin && complaints.push(`asked elsewhere: ${request.url()}`));
    await page.goto(link);
    await expect(page.getByText('live')).toBeVisible();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const { name, path, shows } of PAGES) {
        await test.step(`${name} ${size.width}`, async () => {
          await page.goto(new URL(path, link).href);
          await expect(shows(page)).toBeVisible();
          await expect(page.locator('.loading')).toHaveCount(0);
          await page.screenshot({ path: `target/pictures/${name}-${size.width}-${colorScheme}.png` });
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect.soft(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
        });
      }
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}
