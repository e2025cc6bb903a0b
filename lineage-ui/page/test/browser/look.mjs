// Every page and state in both themes and at two sizes: screenshots below target/look, and what axe-core finds.
//   node look.mjs [BEGINNING OF A NAME]
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launch, serve, watched } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = fileURLToPath(new URL('../../../target/look/', import.meta.url));
await mkdir(folder, { recursive: true });
const [few, many] = [await serve(60), await serve(10_000)];
const empty = await serve(0);
const wrong = await serve(12);
const looking = await serve(10_000, '--looking', '3600', '--looked', '2600');
const reading = await serve(60, '--looking', '3600', '--looked', '900');

const PAGES = [
  ['home', few, '/'],
  ['home-10000', many, '/'],
  ['home-empty', empty, '/'],
  ['looking-home', looking, '/'],
  ['looking-home-reading', reading, '/'],
  ['looking-lineage', looking, '/lineage'],
  ['looking-assets', looking, '/assets'],
  ['looking-assets-missing', looking, '/assets?status=missing'],
  ['looking-asset', reading, '/assets/sales/joined/orders'],
  ['looking-partitions', reading, '/assets/sales/joined/orders?tab=partitions'],
  ['looking-matrix', reading, '/partitions'],
  ['looking-matrix-table', reading, '/partitions', (page) => page.getByRole('button', { name: 'As a table' }).click()],
  ['looking-checks', looking, '/checks'],
  ['looking-checks-failed', looking, '/checks?found=failed'],
  ['looking-launch', reading, '/launch?sel=+sales/joined/orders'],
  ['sources-wrong', wrong, '/'],
  ['sources-wrong-all', wrong, '/lineage', (page) => page.click('text=1 more')],
  ['sources-wrong-hidden', wrong, '/assets', (page) => page.click('text=Hide what is wrong')],
  ['checks', few, '/checks'],
  ['checks-open', few, '/checks?found=failed', (page) => page.locator('.opens').first().click()],
  ['checks-none', few, '/checks?q=zzz'],
  ['checks-empty', empty, '/checks'],
  ['settings', few, '/settings'],
  ['lineage-60', few, '/lineage'],
  ['lineage-10000', many, '/lineage'],
  ['lineage-empty', empty, '/lineage'],
  ['lineage-selected', few, '/lineage?sel=+sales/joined/orders+'],
  ['lineage-group', many, '/lineage?sel=+group:sales_core+'],
  ['lineage-owners', few, '/lineage?color=owner'],
  ['lineage-freshness', few, '/lineage?color=freshness'],
  ['lineage-freshness-10000', many, '/lineage?color=freshness'],
  ['lineage-duration', few, '/lineage?color=duration&sel=group:joined'],
  ['lineage-duration-10000', many, '/lineage?color=duration'],
  ['lineage-found', few, '/lineage', (page) => page.fill('.sidebar input', 'orders')],
  ['search', few, '/runs', async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('orders');
  }],
  ['search-columns', few, '/runs', async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('c:amount');
    await page.waitForTimeout(400);
  }],
  ['lineage-columns', few, '/lineage?sel=sales/joined/orders', (page) => page.fill('.sidebar input', 'c:city')],
  ['lineage-open-columns', few, '/lineage?sel=sales/joined/orders&col=amount_eur&open=joined,raw,sales/joined/orders.,sales/raw/orders.,sales/raw/customers.'],
  ['lineage-open-column-closed', few, '/lineage?sel=sales/joined/orders&col=city'],
  ['lineage-open-many', many, '/lineage?sel=sales/sales_core/orders&col=amount'],
  ['lineage-open-none', few, '/lineage?sel=sales/joined/tickets&open=joined,raw,sales/joined/tickets.,sales/joined/refunds.'],
  ['assets', many, '/assets'],
  ['assets-scrolled', many, '/assets', (page) => page.locator('.rows').evaluate((rows) => rows.scrollTo(0, 200_000))],
  ['assets-filtered', many, '/assets?status=failed'],
  ['assets-none', few, '/assets?q=zzz'],
  ['assets-empty', empty, '/assets'],
  ['asset', few, '/assets/sales/joined/orders'],
  ['asset-below', few, '/assets/sales/joined/orders', (page) => page.locator('main').evaluate((main) => main.scrollTo(0, 700))],
  ['asset-by-time', few, '/assets/sales/joined/orders', async (page) => {
    await page.getByRole('button', { name: 'By time made' }).click();
    await page.locator('.plot').nth(1).hover();
  }],
  ['asset-missing', few, '/assets/sales/joined/invoices'],
  ['asset-failed', many, '/assets/sales/sales_staging/prices_4'],
  ['asset-rejected', many, '/assets/sales/sales_reports/payments_2'],
  ['asset-data', few, '/assets/sales/joined/orders?tab=data'],
  ['asset-data-below', few, '/assets/sales/joined/orders?tab=data', (page) => page.locator('main').evaluate((main) => main.scrollTo(0, 700))],
  ['asset-data-rejected', few, '/assets/sales/joined/orders?tab=data&v=4'],
  ['asset-data-diff', few, '/assets/sales/joined/orders?tab=data&diff=5'],
  ['asset-data-diff-below', few, '/assets/sales/joined/orders?tab=data&diff=5&by=country', (page) => page.locator('main').evaluate((main) => main.scrollTo(0, 700))],
  ['asset-data-value', few, '/assets/sales/joined/orders?tab=data&p=model'],
  ['asset-data-files', few, '/assets/sales/joined/orders?tab=data&p=report'],
  ['asset-columns', few, '/assets/sales/joined/orders?tab=columns'],
  ['asset-columns-pinned', few, '/assets/sales/joined/orders?tab=columns&col=amount_eur'],
  ['asset-columns-pointed', few, '/assets/sales/joined/orders?tab=columns', (page) => page.locator('.table-card').nth(2).locator('.column').nth(1).hover()],
  ['asset-columns-keys', few, '/assets/sales/joined/orders?tab=columns', async (page) => {
    await page.locator('.column').first().focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  }],
  ['asset-columns-below', few, '/assets/sales/joined/orders?tab=columns&deep=1', (page) => page.locator('main').evaluate((main) => main.scrollTo(0, 700))],
  ['asset-columns-many', many, '/assets/sales/sales_core/orders?tab=columns&col=amount'],
  ['asset-columns-none', few, '/assets/sales/joined/tickets?tab=columns'],
  ['asset-columns-wrong', few, '/assets/sales/joined/refunds?tab=columns', (page) => page.waitForTimeout(1_500)],
  ['asset-definition', few, '/assets/sales/joined/orders?tab=definition'],
  ['asset-definition-changed', few, '/assets/sales/raw/customers?tab=definition'],
  ['asset-definition-jar', few, '/assets/sales/joined/refunds?tab=definition'],
  ['asset-unknown', few, '/assets/no/such'],
  ['partitions-days', few, '/assets/sales/joined/orders?tab=partitions'],
  ['partitions-chosen', few, '/assets/sales/joined/orders?tab=partitions&range=2024-03-05..2024-04-11,2024-05-02&p=2024-03-13'],
  ['partitions-filtered', few, '/assets/sales/joined/orders?tab=partitions&show=missing,failed'],
  ['partitions-hours', few, '/assets/sales/joined/sessions?tab=partitions&p=2024-03-31-04:00'],
  ['partitions-weeks', few, '/assets/sales/joined/tickets?tab=partitions'],
  ['partitions-words', few, '/assets/sales/joined/products?tab=partitions&range=lga..bos'],
  ['matrix', few, '/partitions'],
  ['matrix-read', many, '/partitions?sel=1000x1000', async (page) => {
    await page.getByRole('button', { name: 'Read' }).click();
    await page.locator('.matrix-canvas').hover({ position: { x: 500, y: 200 } });
  }],
  ['matrix-million', many, '/partitions?sel=1000x1000', async (page) => {
    const box = await page.locator('.matrix-canvas').boundingBox();
    await page.mouse.move(box.x + 400, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 600, box.y + 240);
    await page.mouse.up();
  }],
  ['matrix-filtered', few, '/partitions?show=failed,rejected&by=weeks'],
  ['matrix-table', few, '/partitions', (page) => page.getByRole('button', { name: 'As a table' }).click()],
  ['matrix-none', empty, '/partitions'],
  ['launch', few, '/launch?sel=+sales/joined/orders'],
  ['launch-range', few, '/launch?sel=+sales/joined/orders&p=2026-01-01..2026-01-05', (page) => page.locator('.twist[aria-expanded]').first().click()],
  ['launch-wrong', few, '/launch?sel=sales/joined/orders,other'],
  ['launch-wrong-partition', few, '/launch?p=yesterday,2026-01'],
  ['launch-completed', few, '/launch', (page) => page.locator('[aria-label=Selection]').pressSequentially('+orde')],
  ['launch-nothing', few, '/launch?sel=nothing'],
  ['runs-empty', empty, '/runs'],
  ['asset-runs', few, '/assets/sales/joined/orders?tab=runs'],
  ['run', few, '/runs/019b8a1c-0000-7000-8000-00000000106f'],
  ['run-failed-step', few, '/runs/019b8a1c-0000-7000-8000-00000000106f?step=sales/raw/orders@2026-01-03'],
  ['run-rejected-step', few, '/runs/019b8a1c-0000-7000-8000-00000000106f?step=sales/raw/orders@2026-01-04&view=table'],
  ['run-unknown', few, '/runs/zzz'],
  ['run-many', many, '/runs/many'],
  ['run-live', few, '/runs/live', (page) => page.waitForTimeout(1_000)],
  ['run-cancel', few, '/runs/live', (page) => page.click('text=Cancel …')],
  ['run-long', few, '/runs/long?line=55000000'],
  ['run-errors', few, '/runs/long?log=error'],
  ['run-hostile', few, '/runs/hostile', (page) => page.locator('.log-more').first().click()],
  ['runs', few, '/runs'],
  ['runs-other-theme', few, '/runs', (page) => page.keyboard.press('t')],
  ['runs-none', few, '/runs?status=QUEUED'],
  ['nowhere', few, '/nowhere'],
];

const only = process.argv[2];
const browser = await launch();
const complaints = [];
for (const [width, height] of [[1440, 900], [1024, 768]]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    for (const [name, server, path, act] of PAGES.filter(([name]) => only === undefined || name.startsWith(only))) {
      const page = watched(await context.newPage(), name, complaints);
      await page.goto(server.address + path);
      await page.waitForLoadState('load');
      await page.waitForTimeout(700);
      if (act) await act(page);
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${folder}${name}-${width}-${colorScheme}.png` });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      for (const { id, nodes } of violations) complaints.push(`${name} ${width} ${colorScheme}: ${id}: ${nodes[0].html.slice(0, 160)}`);
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
for (const { end } of [few, many, empty, wrong, looking, reading]) end();
console.log(complaints.length === 0 ? `Nothing found; pictures are in ${folder}` : complaints.join('\n'));
process.exitCode = complaints.length === 0 ? 0 : 1;
