import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** Chromium as a machine without a graphics card has it. */
export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--disable-gpu', '--no-sandbox'] });

/** A fixture server of so many assets, on any free port: its address, and how to end it. */
export async function serve(assets, ...options) {
  const script = fileURLToPath(new URL('../fixture/server.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, '--assets', String(assets), '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(child.stdout, 'data');
  return { address: String(said).split(' ')[0].replace(/\/$/, ''), end: () => child.kill() };
}

/** Tells what a page should never say: errors, and what the server's policy refused. */
export function watched(page, name, complaints) {
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().includes('Security Policy')) complaints.push(`${name}: ${message.text()}`);
  });
  return page;
}
