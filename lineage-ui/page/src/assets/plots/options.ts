import type uPlot from 'uplot';
import { preferences } from '../../settings/preferences';
import { type Line, short } from './series';

const HEIGHT = 116;
const ONE_LINE = 24;
const TWO_LINES = 38;

// Half a label stands beyond the last point.
const LAST_LABEL = 34;

/** What lies along a plot: versions one beside the other, or the time at which they were made. */
export type Along = 'order' | 'time';

/** Below times stands their year or day. */
export const heightOf = (along: Along): number => (along === 'time' ? HEIGHT + TWO_LINES - ONE_LINE : HEIGHT);

const colour = (variable: string): string => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();

/** A date whose local clock shows what the chosen zone's does. */
function inZone(seconds: number): Date {
  const date = new Date(seconds * 1000);
  return preferences.zone() === 'UTC' ? new Date(date.getTime() + date.getTimezoneOffset() * 60_000) : date;
}

/** How a line is drawn, in the colours of the theme that holds now. */
export function optionsOf({ name }: Line, labels: readonly string[], along: Along, width: number, point: (i: number | null) => void): uPlot.Options {
  const axis: uPlot.Axis = { stroke: colour('--text-quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '11px system-ui, sans-serif', gap: 4 };
  const x: uPlot.Axis = { ...axis, grid: { show: false }, size: ONE_LINE, space: 80 };
  return {
    width,
    height: heightOf(along),
    padding: [8, LAST_LABEL, 0, 0],
    legend: { show: false },
    tzDate: inZone,
    cursor: { sync: { key: 'trends' }, drag: { x: false, y: false }, y: false, points: { size: 7 } },
    scales: { x: { time: along === 'time', ...(along === 'order' ? { range: (_, least, most) => [least - 0.5, most + 0.5] as [number, number] } : {}) } },
    axes: [
      along === 'time' ? { ...x, size: TWO_LINES } : { ...x, incrs: [1, 2, 5, 10, 25, 50, 100, 250], values: (_, ticks) => ticks.map((tick) => labels[tick] ?? '') },
      { ...axis, size: 58, space: 26, values: (_, ticks) => ticks.map((tick) => short(name, tick)) },
    ],
    series: [{}, { stroke: colour('--accent'), width: 1.5, points: { show: labels.length <= 60, size: 5, fill: colour('--accent') } }],
    hooks: { setCursor: [(plot) => point(plot.cursor.idx ?? null)] },
  };
}
