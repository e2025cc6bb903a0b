import 'uplot/dist/uPlot.min.css';
import './plots.css';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { Loading, Problem } from '../../shell/states';
import { useTheme } from '../../shell/useTheme';
import { plottable, type SeriesColumns, says, short, useSeries } from './series';

const HEIGHT = 120;

/** Rows, bytes and every other number of the last versions, over partitions or versions; pointed at together. */
export function Plots({ asset }: { readonly asset: string }) {
  const series = useSeries(asset);
  if (series.error !== null) return <section className="panel"><h2>Trends</h2><Problem error={series.error} what="Its numbers" retry={() => void series.refetch()} /></section>;
  if (series.data === undefined) return <section className="panel"><h2>Trends</h2><Loading what="its numbers" rows={5} /></section>;
  const shown = plottable(series.data);
  if (shown.length === 0) return null;
  return (
    <section className="panel">
      <h2>Trends <span className="quiet">of the last {series.data.labels.length} {series.data.axis === 'partition' ? 'partitions' : 'versions'}</span></h2>
      <div className="plots">
        {shown.map(({ name, values }) => <Plot key={name} name={name} values={values} labels={series.data.labels} />)}
      </div>
    </section>
  );
}

interface PlotProps {
  readonly name: string;
  readonly values: SeriesColumns['series'][number]['values'];
  readonly labels: readonly string[];
}

function Plot({ name, values, labels }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew with each theme.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const plot = new uPlot(optionsOf(name, labels, element.clientWidth), [values.map((_, i) => i), [...values]], element);
    const watching = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    watching.observe(element);
    return () => {
      watching.disconnect();
      plot.destroy();
    };
  }, [name, values, labels, theme]);
  return (
    <figure className="plot">
      <figcaption>{name.replaceAll('_', ' ')}</figcaption>
      <div ref={place} role="img" aria-label={says(name, values)} />
    </figure>
  );
}

function optionsOf(name: string, labels: readonly string[], width: number): uPlot.Options {
  const colour = (variable: string): string => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  const axis = { stroke: colour('--text-quiet'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '11px system-ui, sans-serif' };
  return {
    width,
    height: HEIGHT,
    cursor: { sync: { key: 'trends' }, drag: { x: false, y: false } },
    legend: { live: true },
    scales: { x: { time: false } },
    axes: [
      { ...axis, grid: { show: false }, space: 90, incrs: [1, 2, 5, 10, 25, 50, 100, 250], values: (_, ticks) => ticks.map((tick) => labels[tick] ?? '') },
      { ...axis, size: 46, space: 28, values: (_, ticks) => ticks.map(short) },
    ],
    series: [
      { label: '', value: (_, i) => (i === null ? '' : (labels[i] ?? '')) },
      { label: name.replaceAll('_', ' '), stroke: colour('--accent'), width: 1.5, points: { show: labels.length <= 60, size: 4 }, value: (_, value) => (value === null ? '–' : value.toLocaleString('en')) },
    ],
  };
}
