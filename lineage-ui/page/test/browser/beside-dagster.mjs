// The first sight of the lineage beside Dagster's, in one run: the same groups and edges declared in Java and in Python, both
// real servers, a browser without a cache each time.
//
//   DAGSTER=/path/to/venv WEIR=/path/to/bin/weir node beside-dagster.mjs [assets] [times]
//
// The virtual environment holds dagster and dagster-webserver.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { launch } from './browser.mjs';

const ASSETS = Number(process.argv[2] ?? 1000);
const TIMES = Number(process.argv[3] ?? 3);
const OF_GROUP = 40;
const LAYERS = 8;

/** Groups of forty in eight layers; each asset reads one or two of the layer before. */
const assets = Array.from({ length: ASSETS }, (_, i) => {
  const group = Math.floor(i / OF_GROUP);
  const before = group - Math.ceil(ASSETS / OF_GROUP / LAYERS);
  const upstreams = before < 0 ? [] : [before * OF_GROUP + ((i * 7) % OF_GROUP), before * OF_GROUP + ((i * 13 + 5) % OF_GROUP)].slice(0, 1 + (i % 2));
  return { name: `asset${i}`, group: `group${group}`, upstreams: [...new Set(upstreams)].map((upstream) => `asset${upstream}`) };
});
const groups = new Map(assets.map(({ group }) => [group, assets.filter((asset) => asset.group === group)]));

const java = [...groups].map(([group, members]) => [
  `@Assets(group = "${group}") class ${group[0].toUpperCase()}${group.slice(1)} {`,
  ...members.map(({ name, upstreams }) => `    @Asset int ${name}(${upstreams.map((each) => `int ${each}`).join(', ')}) { return 1; }`),
  '}',
].join('\n')).join('\n');
const python = ['from dagster import asset', ...assets.map(({ name, group, upstreams }) =>
  `@asset(group_name="${group}")\ndef ${name}(${upstreams.join(', ')}):\n    return 1`)].join('\n');

const place = mkdtempSync(join(tmpdir(), 'weir-beside-'));
writeFileSync(join(place, 'Many.java'), java);
writeFileSync(join(place, 'many.py'), python);
mkdirSync(join(place, 'home'));

async function answers(address) {
  for (;;) {
    if (await fetch(address).then((response) => response.ok, () => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function weir() {
  const began = Date.now();
  const child = spawn(process.env.WEIR, ['server', '--port', '0', '-f', 'Many.java'], { cwd: place, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const link = /http:\/\/\S+#token=\S+/.exec(line);
    if (link) return { link: link[0], child, started: Date.now() - began };
  }
  throw new Error('weir server gave no link');
}

async function dagster() {
  const began = Date.now();
  const environment = { ...process.env, DAGSTER_HOME: join(place, 'home'), DAGSTER_DISABLE_TELEMETRY: '1' };
  const child = spawn(join(process.env.DAGSTER, 'bin', 'dagster-webserver'), ['-f', 'many.py', '-h', '127.0.0.1', '-p', '9391'],
    { cwd: place, env: environment, stdio: 'ignore' });
  await answers('http://127.0.0.1:9391/server_info');
  return { link: 'http://127.0.0.1:9391/asset-groups', child, started: Date.now() - began };
}

const browser = await launch();

async function first(address, drawn, prepare) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (prepare) await prepare(page);
  const began = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(drawn, undefined, { timeout: 300_000, polling: 'raf' });
  const took = Date.now() - began;
  await context.close();
  return took;
}

const [ours, theirs] = [await weir(), await dagster()];
const figures = { weir: [], dagster: [] };
for (let i = 0; i < TIMES; i++) {
  figures.weir.push(await first(new URL('/lineage', ours.link).href,
    () => performance.getEntriesByName('weir:painted').length > 0, (page) => page.goto(ours.link)));
  figures.dagster.push(await first(theirs.link, () => document.querySelectorAll('svg foreignObject').length > 0));
}
const said = (times) => `${[...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]} ms (${times.join(', ')})`;
console.log(`${ASSETS} assets in ${groups.size} groups, ${TIMES} times each, in turn`);
console.log(`  from the command to the answering server: Weir ${ours.started} ms with the compiler, Dagster ${theirs.started} ms`);
console.log(`  from the address to the first boxes: Weir ${said(figures.weir)}, Dagster ${said(figures.dagster)}`);
await browser.close();
for (const { child } of [ours, theirs]) {
  child.kill('SIGINT');
  await once(child, 'exit');
}
rmSync(place, { recursive: true, force: true });
