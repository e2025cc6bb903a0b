import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';

const WEIR = fileURLToPath(new URL('../../cli/target/weir/bin/weir', import.meta.url));

/** Opens the printed link and waits until the page is logged in: who leaves before has not been. */
export async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('banner').getByRole('status')).toContainText('live');
}

export interface Ended {
  status: number | null;
  said: string;
}

/** A copy of the shop in a folder of its own, and the commands that are given there. */
export class Shop {
  private readonly place = mkdtempSync(join(tmpdir(), 'weir-'));
  readonly folder = join(this.place, 'shop');
  private server?: ChildProcess;

  constructor() {
    cpSync(fileURLToPath(new URL('../shop/', import.meta.url)), this.folder, { recursive: true });
  }

  /** Runs a command of Weir to its end. */
  async weir(...words: string[]): Promise<Ended> {
    const child = this.start(words);
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
    });
    child.stderr?.on('data', (text) => {
      said += text;
    });
    const [status] = await once(child, 'close');
    return { status, said };
  }

  /** Serves the shop; the link that opens the page logged in. */
  async serve(port = '0', command: 'server' | 'dev' = 'server'): Promise<string> {
    this.server = this.start([command, '--port', port]);
    const complaints: string[] = [];
    this.server.stderr?.on('data', (text) => complaints.push(String(text)));
    for await (const line of createInterface({ input: this.server.stdout! })) {
      const link = /http:\/\/\S+#token=\S+/.exec(line);
      if (link) {
        return link[0];
      }
    }
    throw new Error(`weir ${command} has ended without a link: ${complaints.join('')}`);
  }

  /** Stops serving as Ctrl-C does. */
  async stop(): Promise<void> {
    if (this.server && this.server.exitCode === null && this.server.signalCode === null) {
      this.server.kill('SIGINT');
      await once(this.server, 'exit');
    }
    this.server = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.place, { recursive: true, force: true });
  }

  /** Changes one text in what the tills wrote down that day. */
  rewrite(day: string, from: string, to: string): void {
    const file = join(this.folder, 'orders', `${day}.csv`);
    const was = readFileSync(file, 'utf8');
    if (!was.includes(from)) {
      throw new Error(`${file} does not say ${from}`);
    }
    writeFileSync(file, was.replace(from, to));
  }

  /** Puts another file into the shop, or in the place of one. */
  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  private start(words: string[]): ChildProcess {
    return spawn(WEIR, [...words, '-f', 'Shop.java'], { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
  }
}
