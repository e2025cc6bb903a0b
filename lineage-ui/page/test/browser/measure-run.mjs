// The page of a run: a log of a million lines, one that grows by a thousand lines a second, and a timeline of 10,000 steps, beside their budgets.
import { launch, serve } from './browser.mjs';

const TIMES = 5;
const browser = await launch();
const server = await serve(60);

const sorted = (values) => [...values].sort((a, b) => a - b);
const said = (values) => `${Math.round(sorted(values)[Math.floor(values.length / 2)])} ms (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;

async function open(path) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.long_ = [];
    new PerformanceObserver((list) => window.long_.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(server.address + path);
  return page;
}

/** From the click on a run to its log, in a page that is open already. */
async function log(page) {
  return page.evaluate(async () => {
    const began = performance.now();
    history.pushState(null, '', '/runs/long');
    dispatchEvent(new PopStateEvent('popstate'));
    while (document.querySelector('.log-line') === null) await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - began;
  });
}

const opens = [];
const first = [];
for (let i = 0; i < TIMES; i++) {
  const page = await open('/runs');
  await page.waitForSelector('.runs a');
  opens.push(await log(page));
  await page.context().close();
  const direct = await open('/runs/long');
  await direct.waitForSelector('.log-line');
  first.push(await direct.evaluate(() => performance.now()));
  await direct.context().close();
}
console.log(`a log of 1,000,000 lines: from a click ${said(opens)}, as the first page of a visit ${said(first)}; budget 500 ms`);

const page = await open('/runs/long');
await page.waitForSelector('.log-line');
const jumps = [];
for (const part of [0.1, 0.9, 0.4, 0.6, 0.001]) {
  jumps.push(await page.evaluate(async (to) => {
    const input = document.querySelector('.log-place');
    const before = document.querySelector('.log-at').title;
    const began = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, String(to * 1000));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    while ((document.querySelector('.log-at')?.title ?? before) === before) await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - began;
  }, part));
}
console.log(`  to another place of it ${said(jumps)}`);
await page.context().close();

/** Tasks above 50 ms in 15 s, and how long the page's own work took: on a busy machine a task is long because it had to wait. */
async function watch(path) {
  const page = await open(path);
  await page.waitForSelector('.log-line');
  await page.waitForTimeout(2_000);
  const metrics = await page.context().newCDPSession(page);
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => (await metrics.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const size = () => page.locator('.log-size').textContent();
  await page.evaluate(() => { window.long_.length = 0; });
  const [from, before] = [await size(), await busy()];
  await page.waitForTimeout(15_000);
  const long = (await page.evaluate(() => window.long_)).filter((duration) => duration > 50);
  console.log(`${path} for 15 s (${from} to ${await size()}): ${long.length} tasks above 50 ms${long.length > 0 ? `, the longest ${Math.round(Math.max(...long))} ms` : ''}; ${Math.round(((await busy()) - before) / 15)} ms of work a second`);
  console.log(`  elements ${await page.evaluate(() => document.querySelectorAll('*').length)}, script heap ${Math.round((await page.evaluate(() => performance.memory.usedJSHeapSize)) / 1e6)} MB`);
  await page.context().close();
}
// A thousand lines a second, followed; beside it a page to which nothing happens.
await watch('/runs/live');
await watch('/runs/long');

const many = await open('/runs/many');
await many.waitForFunction(() => performance.getEntriesByName('weir:gantt').length > 0 && document.querySelector('.gantt') !== null);
console.log(`a timeline of 10,000 steps: drawn ${Math.round(await many.evaluate(() => performance.getEntriesByName('weir:gantt')[0].startTime))} ms after the visit began`);
const frames = await many.evaluate(async () => {
  const place = document.querySelector('.gantt-scroll');
  const gaps = [];
  let before = performance.now();
  for (let i = 0; i < 90; i++) {
    place.scrollTop = 40 * i;
    place.dispatchEvent(new WheelEvent('wheel', { deltaY: i % 30 < 15 ? -60 : 60, ctrlKey: true, clientX: 700, clientY: 400, bubbles: true, cancelable: true }));
    await new Promise((done) => requestAnimationFrame(done));
    gaps.push(performance.now() - before);
    before = performance.now();
  }
  return gaps;
});
console.log(`  zoomed and scrolled: a frame ${said(frames)}, p95 ${sorted(frames)[Math.floor(frames.length * 0.95)].toFixed(1)} ms`);
await browser.close();
server.end();
