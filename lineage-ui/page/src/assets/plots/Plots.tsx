import 'uplot/dist/uPlot.min.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import { Loading, Problem } from '../../shell/states';
import { useTheme } from '../../shell/useTheme';
import { type Along, heightOf, optionsOf } from './options';
import { exact } from './exact';
import { byTime, type Line, plottable, type SeriesColumns, says, titleOf, useSeries } from './series';

/** Rows, bytes and every other number of the last versions; pointed at together. */
export function Plots({ asset }: { readonly asset: string }) {
  const series = useSeries(asset);
  return (
    <section className="panel" aria-label="Trends">
      {series.error !== null ? <><h2>Trends</h2><Problem error={series.error} what="Its numbers" retry={() => void series.refetch()} /></>
        : series.data === undefined ? <><h2>Trends</h2><Loading what="its numbers" rows={5} /></>
        : <Trends columns={series.data} />}
    </section>
  );
}

function Trends({ columns }: { readonly columns: SeriesColumns }) {
  const [along, setAlong] = useState<Along>('order');
  const { labels, axis } = columns;
  const shown = useMemo(() => (along === 'time' ? byTime(columns) : columns), [along, columns]);
  if (plottable(columns).length === 0) {
    return <><h2>Trends</h2><p className="quiet">Its rows, its size and how long it took are drawn from the second {axis} on.</p></>;
  }
  return (
    <>
      <div className="heading">
        <h2>Trends <span className="quiet">of the last {labels.length} {axis}s</span></h2>
        <span className="beside">
          {([['order', `By ${axis}`], ['time', 'By time made']] as const).map(([value, title]) => (
            <button key={value} type="button" className="button small" aria-pressed={along === value} onClick={() => setAlong(value)}>{title}</button>
          ))}
        </span>
      </div>
      <div className="plots">
        {plottable(shown).map((line) => <Plot key={line.name} line={line} labels={shown.labels} at={shown.at} along={along} />)}
      </div>
    </>
  );
}

interface PlotProps {
  readonly line: Line;
  readonly labels: readonly string[];
  readonly at: readonly string[];
  readonly along: Along;
}

function Plot({ line, labels, at, along }: PlotProps) {
  const place = useRef<HTMLDivElement>(null);
  const told = useRef<HTMLSpanElement>(null);
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew with each theme.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const { values, name } = line;
    const tell = (i: number | null): void => {
      const of = i ?? values.findLastIndex((value) => value !== null);
      const value = values[of];
      // Too often for the page to be built anew each time.
      if (told.current !== null) told.current.textContent = `${labels[of] ?? ''} · ${value === null || value === undefined ? '–' : exact(name, value)}`;
    };
    const places = along === 'time' ? at.map((instant) => Date.parse(instant) / 1000) : values.map((_, i) => i);
    const plot = new uPlot(optionsOf(line, labels, along, element.clientWidth, tell), [places, [...values]], element);
    tell(null);
    const watching = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: heightOf(along) }));
    watching.observe(element);
    return () => {
      watching.disconnect();
      plot.destroy();
    };
  }, [line, labels, at, along, theme]);
  return (
    <figure className="plot">
      <figcaption><span className="clip">{titleOf(line.name)}</span><span className="quiet" ref={told} /></figcaption>
      <div ref={place} role="img" aria-label={says(line)} />
    </figure>
  );
}
