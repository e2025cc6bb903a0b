// The heat grid of 10,000 partitions and the matrix of 1,000,000, beside their budgets.
import { launch, serve } from './browser.mjs';

const TIMES = 7;
const browser = await launch();
const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];
const said = (values) => `${at(values, 0.5).toFixed(1)} ms (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;
const measures = (page, name) => page.evaluate((named) => performance.getEntriesByName(named).map(({ duration }) => duration), name);

const server = await serve(10_000);

async function open(path, drawn, height = 900) {
  const context = await browser.newContext({ viewport: { width: 1440, height } });
  const page = await context.newPage();
  await page.goto(server.address + path);
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, drawn);
  return page;
}

const firsts = [];
const paints = [];
for (let i = 0; i < TIMES; i++) {
  const page = await open('/assets/sales/sales_raw/refunds?tab=partitions', 'weir:grid');
  firsts.push(await page.evaluate(() => performance.getEntriesByName('weir:grid')[0].startTime));
  await page.locator('.heat-canvas').focus();
  for (let n = 0; n < 20; n++) await page.keyboard.press('ArrowLeft');
  paints.push(...(await measures(page, 'weir:grid')));
  if (i === 0) console.log(`  the grid has ${(await page.locator('.chip').allTextContents()).join(', ')}`);
  await page.context().close();
}
console.log(`heat grid of 10,000: first paint ${said(firsts)} from the address; drawing ${said(paints)}, p95 ${at(paints, 0.95).toFixed(1)} ms; budget 16 ms`);

const opened = [];
for (let i = 0; i < TIMES; i++) {
  const page = await open('/partitions?sel=1000x1000', 'weir:matrix');
  opened.push(await page.evaluate(() => performance.getEntriesByName('weir:matrix')[0].startTime));
  await page.context().close();
}
const page = await open('/partitions?sel=1000x1000', 'weir:matrix');
const whole = await measures(page, 'weir:matrix');
console.log(`matrix of 1,000,000: first paint ${said(opened)} from the address; all of it drawn in ${said(whole)}`);
const canvas = await page.locator('.matrix-canvas').boundingBox();
await page.mouse.move(canvas.x + 600, canvas.y + 250);
for (const zoom of [0, 2, 5]) {
  await page.keyboard.down('Control');
  for (let i = 0; i < zoom; i++) await page.mouse.wheel(0, -250);
  await page.keyboard.up('Control');
  await page.evaluate(() => {
    performance.clearMeasures();
    window.frames_ = [];
    const frame = (now) => {
      window.frames_.push(now);
      window.stop_ = requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const until = Date.now() + 2000;
  for (let i = 0; Date.now() < until; i++) await page.mouse.wheel(30 * Math.sin(i / 15), 30 * Math.cos(i / 15));
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(window.stop_);
    return window.frames_;
  });
  const gaps = frames.slice(1).map((now, i) => now - frames[i]);
  const drawn = await measures(page, 'weir:matrix');
  console.log(`  pan after zooming ${zoom} times: frames p95 ${at(gaps, 0.95).toFixed(1)} ms, ${((gaps.length / (frames.at(-1) - frames[0])) * 1000).toFixed(0)} fps; drawing ${drawn.length === 0 ? 'nothing' : said(drawn)}; budget 33 ms`);
}
server.end();
await browser.close();
