import { NativeSelect, TextInput } from '@mantine/core';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Loading, Problem } from '../shell/states';
import { preferences } from '../settings/preferences';
import { bytes, clockOf, exactly } from '../status/times';
import { styled } from './ansi';
import { SaveLog } from './SaveLog';
import { about, linesFrom, reachesEnd, reachesStart, type Row, rowsOf } from './logWindow';
import { type LogFilter, useLog } from './useLog';

const ROW = 20;
const LEVELS = [{ value: '', label: 'All lines' }, { value: 'INFO', label: 'Logged' }, { value: 'WARN', label: 'Warnings, errors' }, { value: 'ERROR', label: 'Errors' }, { value: 'PRINTED', label: 'Printed' }];

interface Props {
  readonly run: string;
  readonly live: boolean;
  readonly filter: LogFilter;
  readonly line: number | undefined;
  readonly change: (change: { step?: string | undefined; log?: string | undefined; q?: string | undefined; line?: string | undefined }) => void;
}

/** What the steps said, however much that is: of a million lines only those on the screen exist. */
export function LogView({ run, live, filter, line, change }: Props) {
  const [follow, setFollow] = useState(live && line === undefined);
  const log = useLog(run, filter, line, live, follow);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const rows = useMemo(() => rowsOf(log.window?.lines ?? [], open), [log.window, open]);
  // Up to where the log was known when somebody stopped following it.
  const [left, setLeft] = useState(Number.POSITIVE_INFINITY);
  const [place, setPlace] = useState(1000);
  const toEnd = (): void => {
    setFollow(true);
    if (log.window === undefined || !reachesEnd(log.window)) log.goTo(undefined);
  };
  const stop = (): void => {
    setFollow(false);
    setLeft(log.window?.next ?? Number.POSITIVE_INFINITY);
  };
  const fresh = follow || !live || log.window === undefined ? 0 : linesFrom(log.window.lines, left);
  return (
    <section className="log" aria-label="Log">
      <div className="log-bar">
        <h2>Log</h2>
        <NativeSelect aria-label="Level" data={LEVELS} value={filter.level ?? ''} className="facet" onChange={({ currentTarget: { value } }) => change({ log: value || undefined, line: undefined })} />
        <Words key={filter.q ?? ''} q={filter.q} change={(q) => change({ q, line: undefined })} />
        {filter.target !== undefined && (
          <button type="button" className="chip" onClick={() => change({ step: undefined })} aria-label={`Only what ${filter.target} said; show all`}>{filter.target} ✕</button>
        )}
        <span className="quiet log-size" role="status">
          {log.lost ? <span className="status-failed">✕ The server does not answer; trying again</span>
            : log.window === undefined || log.window.size === 0 ? '' : `${bytes(log.window.size)}${filter.target || filter.level || filter.q ? '' : `, ${sizeOf(log.window)}`}`}
        </span>
        <input type="range" min={0} max={1000} value={place} aria-label="Place in the log" aria-valuetext={`${Math.round(place / 10)} %`} className="log-place"
          onChange={({ currentTarget: { value } }) => {
            stop();
            setPlace(Number(value));
            log.goTo(Math.round((Number(value) / 1000) * (log.window?.size ?? 0)));
          }} />
        <button type="button" className="button small" onClick={() => { stop(); log.goTo(0); }}>Start</button>
        <button type="button" className="button small" {...(live ? { 'aria-pressed': follow } : {})} onClick={() => (live && follow ? stop() : toEnd())}>{live ? (follow ? '☑ Follow' : '☐ Follow') : 'End'}</button>
        <SaveLog run={run} filter={filter} />
      </div>
      {log.error !== undefined ? <Problem error={log.error} what="The log" retry={() => log.goTo(line)} />
        : log.window === undefined ? <Loading what="the log" rows={6} />
        : rows.length === 0 ? <p className="quiet log-none">{reachesStart(log.window) && reachesEnd(log.window) ? 'Nothing was said.' : 'Nothing like that here; there may be elsewhere in the log.'}</p>
        : (
          <Lines key={`${filter.target} ${filter.level} ${filter.q}`} rows={rows} follow={follow} line={line}
            scrolledUp={() => follow && stop()}
            reachedEnd={() => !follow && reachesEnd(log.window!) && setFollow(true)}
            nearTop={log.earlier} nearEnd={log.later}
            seen={(byte) => setPlace(Math.round((byte / Math.max(1, log.window!.size)) * 1000))}
            pick={(byte) => change({ line: String(byte) })}
            toggle={(byte) => {
              if (follow) stop();
              setOpen((before) => new Set(before.has(byte) ? [...before].filter((each) => each !== byte) : [...before, byte]));
            }} />
        )}
      {fresh > 0 && <button type="button" className="button fresh" onClick={toEnd}>{fresh.toLocaleString('en')} new ↓</button>}
    </section>
  );
}

const sizeOf = (window: Parameters<typeof about>[0]): string =>
  reachesStart(window) && reachesEnd(window) ? `${window.lines.length.toLocaleString('en')} lines` : `about ${Number(about(window).toPrecision(2)).toLocaleString('en')} lines`;

function Words({ q, change }: { readonly q: string | undefined; readonly change: (q: string | undefined) => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <TextInput aria-label="Text in the log" placeholder="Contains …" defaultValue={q ?? ''} className="facet"
      onKeyDown={({ key, currentTarget: { value } }) => key === 'Enter' && change(value || undefined)}
      onChange={({ currentTarget: { value } }) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => change(value || undefined), 700);
      }} />
  );
}

interface LinesProps {
  readonly rows: readonly Row[];
  readonly follow: boolean;
  readonly line: number | undefined;
  readonly scrolledUp: () => void;
  readonly reachedEnd: () => void;
  readonly nearTop: () => void;
  readonly nearEnd: () => void;
  readonly seen: (byte: number) => void;
  readonly pick: (byte: number) => void;
  readonly toggle: (byte: number) => void;
}

const NEAR = 60 * ROW;
const AROUND = 12;

/** By whole lines: what moves by less shows nothing else. */
const viewOf = ({ scrollTop, clientHeight }: HTMLElement): { top: number; height: number } => ({ top: scrollTop - (scrollTop % ROW), height: clientHeight });

function Lines(props: LinesProps) {
  const { rows, follow, line } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, see] = useState({ top: 0, height: 600 });
  const setView = (next: typeof view): void => see((before) => (before.top === next.top && before.height === next.height ? before : next));
  const anchor = useRef<{ byte: number; part: number; above: number } | undefined>(undefined);
  const shown = useRef<readonly Row[]>([]);
  const begun = useRef(false);
  const latest = useRef({ ...props, setView });
  latest.current = { ...props, setView };

  // Whatever comes before or behind, what is read stays where it is; who follows sees the end.
  useLayoutEffect(() => {
    const place = scroller.current!;
    shown.current = rows;
    const wanted = begun.current || line === undefined ? -1 : rows.findIndex((row) => row.line.byte >= line);
    if (wanted >= 0) place.scrollTop = wanted * ROW - place.clientHeight / 3;
    else if (follow || (!begun.current && line === undefined)) place.scrollTop = rows.length * ROW;
    else if (anchor.current !== undefined) {
      const { byte, part, above } = anchor.current;
      const at = indexOf(rows, byte, part);
      if (at >= 0) place.scrollTop = at * ROW + above;
      else place.scrollTop = byte < rows[0].line.byte ? 0 : place.scrollTop;
    }
    begun.current = true;
    latest.current.setView(viewOf(place));
  }, [rows, follow, line]);

  useEffect(() => {
    const place = scroller.current!;
    let top = place.scrollTop;
    const scrolled = (): void => {
      const all = shown.current;
      const first = all[Math.min(all.length - 1, Math.floor(place.scrollTop / ROW))];
      anchor.current = { byte: first.line.byte, part: first.part, above: place.scrollTop % ROW };
      const below = all.length * ROW - place.scrollTop - place.clientHeight;
      if (place.scrollTop < top && below > ROW * 2) latest.current.scrolledUp();
      else if (below < ROW && place.scrollTop > top) latest.current.reachedEnd();
      if (place.scrollTop < NEAR) latest.current.nearTop();
      if (below < NEAR) latest.current.nearEnd();
      latest.current.seen(below < ROW ? all[all.length - 1].line.byte : first.line.byte);
      top = place.scrollTop;
      latest.current.setView(viewOf(place));
    };
    const watch = new ResizeObserver(() => latest.current.setView(viewOf(place)));
    watch.observe(place);
    place.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      watch.disconnect();
      place.removeEventListener('scroll', scrolled);
    };
  }, []);
  // All are as high as each other, so that it takes no counting to know which are seen.
  const first = Math.max(0, Math.floor(view.top / ROW) - AROUND);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW) + AROUND);

  return (
    <div className="log-lines" ref={scroller} role="region" aria-label="Lines of the log" tabIndex={0}>
      <div className="table-body" style={{ height: rows.length * ROW }}>
        {rows.slice(first, last).map((row, i) => (
          <LogRow key={`${row.line.byte}.${row.part}`} row={row} top={(first + i) * ROW} chosen={row.line.byte === line} pick={props.pick} toggle={props.toggle} />
        ))}
      </div>
    </div>
  );
}

/** By bisection: there may be thousands, ten times a second. */
function indexOf(rows: readonly Row[], byte: number, part: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].line.byte < byte) low = middle + 1;
    else high = middle;
  }
  if (rows[low]?.line.byte !== byte) return -1;
  return rows[low + part]?.line.byte === byte ? low + part : low;
}

interface RowProps {
  readonly row: Row;
  readonly top: number;
  readonly chosen: boolean;
  readonly pick: (byte: number) => void;
  readonly toggle: (byte: number) => void;
}

const LogRow = memo(function LogRow({ row, top, chosen, pick, toggle }: RowProps) {
  const { line, part, more } = row;
  return (
    <div className={`log-line level-${line.level.toLowerCase()}`} aria-current={chosen} style={{ transform: `translateY(${top}px)` }}>
      {part === 0 ? (
        <>
          <button type="button" className="log-at" title={`${exactly(line.at, preferences.zone())} · byte ${line.byte}: link to this line`} onClick={() => pick(line.byte)}>{clockOf(line.at, preferences.zone())}</button>
          <span className="log-level">{line.level}</span>
          <span className="log-target clip" title={line.target ?? ''}>{line.target}</span>
        </>
      ) : <><span /><span /><span /></>}
      <span className="log-text">
        {styled(row.text).map(({ at, text, look }) => <span key={at} className={look}>{text}</span>)}
        {more > 0 && <button type="button" className="log-more" onClick={() => toggle(line.byte)}>{more} more {more === 1 ? 'line' : 'lines'}</button>}
      </span>
    </div>
  );
}, (before, after) => before.row.line === after.row.line && before.row.text === after.row.text && before.row.part === after.row.part && before.top === after.top && before.chosen === after.chosen);
