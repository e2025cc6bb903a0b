import type { LogLine, LogPage } from '../api/types';

/** The part of a log that a page has in hand. Bytes are places in the file. */
export interface LogWindow {
  readonly lines: readonly LogLine[];
  /** From here on it is known. */
  readonly from: number;
  /** Up to here it is known. */
  readonly next: number;
  readonly size: number;
}

/** So many lines are at hand at most: some twenty screens each way. */
export const MOST = 3_000;

export const opened = (page: LogPage): LogWindow => ({ lines: page.lines, from: page.from, next: page.next, size: page.size });

/** Two neighbouring pages as one. */
export const joined = (before: LogPage, after: LogPage): LogPage => ({ ...after, from: before.from, lines: [...before.lines, ...after.lines] });

/** With what follows. What comes from elsewhere, because the window has moved meanwhile, is left out; so is the front if there is too much. */
export function appended(window: LogWindow, page: LogPage, asked: number): LogWindow {
  if (asked !== window.next) return window;
  const lines = page.lines.length === 0 ? window.lines : window.lines.concat(page.lines);
  const surplus = Math.max(0, lines.length - MOST);
  return {
    lines: surplus === 0 ? lines : lines.slice(surplus),
    from: surplus === 0 ? window.from : lines[surplus].byte,
    next: Math.max(window.next, page.next),
    size: Math.max(window.size, page.size),
  };
}

/** With what stands before; the end is taken off if there is too much. */
export function prepended(window: LogWindow, page: LogPage, asked: number): LogWindow {
  if (asked !== window.from) return window;
  const lines = page.lines.length === 0 ? window.lines : page.lines.concat(window.lines);
  const surplus = Math.max(0, lines.length - MOST);
  return {
    ...window,
    lines: surplus === 0 ? lines : lines.slice(0, MOST),
    from: page.from,
    next: surplus === 0 ? window.next : lines[MOST].byte,
    size: Math.max(window.size, page.size),
  };
}

export const isFull = (window: LogWindow): boolean => window.lines.length >= MOST;
export const reachesStart = (window: LogWindow): boolean => window.from === 0;
export const reachesEnd = (window: LogWindow): boolean => window.next >= window.size;

/** How many lines begin at a byte or behind it. */
export function linesFrom(lines: readonly LogLine[], byte: number): number {
  let count = 0;
  while (count < lines.length && lines[lines.length - 1 - count].byte >= byte) count++;
  return count;
}

/** A line on the screen: the first of a text, or, where somebody opened it, one of the others. */
export interface Row {
  readonly line: LogLine;
  readonly part: number;
  readonly text: string;
  /** How many more lines there are, of the first one. */
  readonly more: number;
}

/** Nobody reads further to the right, and a browser would not like to. */
const LONGEST = 4_000;

export function rowsOf(lines: readonly LogLine[], open: ReadonlySet<number>): readonly Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const brk = line.text.indexOf('\n');
    if (brk < 0) {
      rows.push({ line, part: 0, text: short(line.text, line.cut_bytes), more: 0 });
    } else if (open.has(line.byte)) {
      const parts = line.text.split('\n');
      for (const [part, text] of parts.entries()) {
        rows.push({ line, part, text: short(text, part === parts.length - 1 ? line.cut_bytes : 0), more: part === 0 ? parts.length - 1 : 0 });
      }
    } else {
      let more = 0;
      for (let at = brk; at >= 0; at = line.text.indexOf('\n', at + 1)) more++;
      rows.push({ line, part: 0, text: short(line.text.slice(0, brk), 0), more });
    }
  }
  return rows;
}

function short(text: string, cut: number): string {
  const left = Math.max(0, text.length - LONGEST) + cut;
  return left === 0 ? text : `${text.slice(0, LONGEST)} … and ${left.toLocaleString('en')} more characters`;
}

/** About how many lines a log of this size has, by those in hand. */
export function about(window: LogWindow): number {
  const bytes = window.next - window.from;
  return bytes <= 0 ? 0 : Math.round((window.size / bytes) * window.lines.length);
}

/** The log as the file has it. */
export function textOf(line: LogLine): string {
  const target = line.target === null ? '' : ` ${line.target}${line.attempt > 1 ? ` (attempt ${line.attempt})` : ''}`;
  return `${line.at} ${line.level.padEnd(5)}${target} ${line.text}\n`;
}
