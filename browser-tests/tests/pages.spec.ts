import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { enter, Shop } from './weir';

/** Each page with the real server, and what has to stand there before it is looked at. */
const PAGES: { name: string; path: string; shows: (page: Page) => Locator }[] = [
  { name: 'home', path: '/', shows: (page) => page.getByText('check range_amount') },
  { name: 'lineage', path: '/lineage', shows: (page) => page.getByRole('row', { name: 'monthly_spending' }) },
  { name: 'lineage-selected', path: '/lineage?sel=+orders+', shows: (page) => page.getByRole('row', { name: 'orders' }).first() },
  { name: 'lineage-column', path: '/lineage?sel=spending&col=amount', shows: (page) => page.getByRole('region', { name: 'Column amount' }) },
  { name: 'catalogue', path: '/assets', shows: (page) => page.getByRole('link', { name: 'monthly_spending' }) },
  { name: 'catalogue-nothing-found', path: '/assets?q=zzz', shows: (page) => page.getByRole('heading', { name: 'No asset is like that' }) },
  { name: 'asset', path: '/assets/orders', shows: (page) => page.getByRole('heading', { name: 'orders', exact: true }) },
  { name: 'asset-partitions', path: '/assets/orders?tab=partitions', shows: (page) => page.getByRole('table').first() },
  { name: 'asset-columns', path: '/assets/spending?tab=columns&col=amount', shows: (page) => page.getByRole('heading', { name: 'As a table' }) },
  { name: 'asset-data', path: '/assets/orders?tab=data', shows: (page) => page.getByText('202605-1').first() },
  { name: 'asset-runs', path: '/assets/orders?tab=runs', shows: (page) => page.getByText('failed').first() },
  { name: 'asset-unknown', path: '/assets/oders', shows: (page) => page.getByRole('alert') },
  { name: 'partitions', path: '/partitions', shows: (page) => page.getByText('1 rejected') },
  { name: 'runs', path: '/runs', shows: (page) => page.getByText('1 rejected') },
  { name: 'run', path: '/runs/latest', shows: (page) => page.getByText('6 lines') },
  { name: 'checks', path: '/checks', shows: (page) => page.getByText('unique_id').first() },
  { name: 'launch', path: '/launch?sel=spending&p=2026-01-06', shows: (page) => page.getByRole('button', { name: /^Launch/ }) },
  { name: 'launch-wrong', path: '/launch?sel=oders', shows: (page) => page.getByText('oders').first() },
  { name: 'settings', path: '/settings', shows: (page) => page.getByRole('heading', { name: 'Settings', exact: true }) },
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
  for (const viewport of SIZES) {
    test(`every page is accessible, complains of nothing and is kept as a picture, ${colorScheme} at ${viewport.width}`, async ({ browser }) => {
      test.setTimeout(300_000);
      const context = await browser.newContext({ colorScheme, viewport });
      const complaints: string[] = [];
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => message.text().includes('Security Policy') && complaints.push(`${page.url()}: ${message.text()}`));
      page.on('request', (request) => new URL(request.url()).origin !== new URL(link).origin && complaints.push(`asked elsewhere: ${request.url()}`));
      await enter(page, link);
      for (const { name, path, shows } of PAGES) {
        await test.step(name, async () => {
          await page.goto(new URL(path, link).href);
          await expect(shows(page)).toBeVisible();
          await expect(page.locator('.loading')).toHaveCount(0);
          await page.screenshot({ path: `target/pictures/${name}-${viewport.width}-${colorScheme}.png` });
          const { violations } = await new AxeBuilder({ page }).analyze();
          complaints.push(...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`));
        });
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}
