// First paint, pan, expand and search of the lineage at 10,000 and 100,000 assets, beside their budgets.
import { launch, serve } from './browser.mjs';

const TIMES = 5;
const browser = await launch();

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];
const said = (values) => `${Math.round(at(values, 0.5))} ms (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;

async function open(address, path = '/lineage') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address + path);
  await page.waitForFunction(() => performance.getEntriesByName('weir:painted').length > 0);
  return page;
}

async function pan(page) {
  const box = await page.locator('canvas.canvas').boundingBox();
  await page.evaluate(() => {
    window.frames_ = [];
    const frame = (now) => {
      window.frames_.push(now);
      window.stop_ = requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.mouse.move(box.x + 500, box.y + 300);
  await page.mouse.down();
  const until = Date.now() + 2500;
  for (let i = 0; Date.now() < until; i++) await page.mouse.move(box.x + 500 + 250 * Math.sin(i / 20), box.y + 300 + 150 * Math.cos(i / 20));
  await page.mouse.up();
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(window.stop_);
    return window.frames_;
  });
  const gaps = frames.slice(1).map((now, i) => now - frames[i]);
  return { p95: at(gaps, 0.95), fps: (gaps.length / (frames.at(-1) - frames[0])) * 1000 };
}

/** From the key to the frame in which the opened box is drawn, and how much of it is layout. */
const expand = (page) => page.evaluate(async () => {
  const canvas = document.querySelector('canvas.canvas');
  canvas.focus();
  const layouts = () => performance.getEntriesByName('weir:layout');
  const press = (key) => canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  press('ArrowRight');
  await new Promise((done) => setTimeout(done, 600));
  const [before, began] = [layouts().length, performance.now()];
  press('e');
  while (layouts().length === before) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestAnimationFrame(done));
  return { all: performance.now() - began, layout: layouts().at(-1).duration };
});

const search = (page) => page.evaluate(async () => {
  const input = document.querySelector('.sidebar input');
  const times = [];
  for (const text of ['o', 'or', 'ord', 'orde', 'order', 'orders core', 'nothing of the kind']) {
    const began = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    times.push(performance.now() - began);
    await new Promise((done) => setTimeout(done, 50));
  }
  return times;
});

for (const [assets, budget] of [[10_000, { paint: 500, p95: 33 }], [100_000, { paint: 1500, p95: 33 }]]) {
  const server = await serve(assets);
  await (await open(server.address)).context().close();
  const paints = [];
  for (let i = 0; i < TIMES; i++) {
    const page = await open(server.address);
    paints.push(await page.evaluate(() => performance.getEntriesByName('weir:painted')[0].startTime));
    await page.context().close();
  }
  console.log(`${assets.toLocaleString('en')} assets: first paint ${said(paints)}, budget ${budget.paint} ms`);
  const page = await open(server.address);
  await page.waitForTimeout(500);
  const closed = await pan(page);
  const opened = [];
  for (let i = 0; i < TIMES; i++) opened.push(await expand(page));
  const open_ = await pan(page);
  console.log(`  pan p95 ${closed.p95.toFixed(1)} ms at ${closed.fps.toFixed(0)} fps; with boxes open ${open_.p95.toFixed(1)} ms at ${open_.fps.toFixed(0)} fps; budget ${budget.p95} ms`);
  console.log(`  open or close a box: key to frame ${said(opened.map(({ all }) => all))}, layout ${said(opened.map(({ layout }) => layout))}; budget 50 ms`);
  console.log(`  search, a letter typed: ${said(await search(page))}; budget 20 ms`);
  console.log(`  script heap ${Math.round((await page.evaluate(() => performance.memory.usedJSHeapSize)) / 1e6)} MB`);
  await page.context().close();
  server.end();
}
await browser.close();
