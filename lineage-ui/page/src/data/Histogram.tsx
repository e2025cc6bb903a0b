import { roughly } from './cells';
import type { Bin } from './types';

const WIDTH = 200;
const HEIGHT = 44;
const GAP = 1;

/** How values are spread. Whatever is there can be seen, be it one of a million. */
export function Histogram({ of, bins }: { readonly of: string; readonly bins: readonly Bin[] }) {
  const most = Math.max(...bins.map(({ count }) => count));
  const width = WIDTH / bins.length;
  const top = bins.reduce((best, bin) => (bin.count > best.count ? bin : best));
  return (
    <figure className="histogram">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" preserveAspectRatio="none"
        aria-label={`${of}: most of it, ${top.count.toLocaleString('en')}, from ${roughly(top.from)} to ${roughly(top.to)}`}>
        {bins.map(({ from, to, count }, i) => {
          const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT);
          return (
            <rect key={String(from)} x={i * width + GAP / 2} y={HEIGHT - height} width={Math.max(0.5, width - GAP)} height={height}>
              <title>{`${roughly(from)} to ${roughly(to)}: ${count.toLocaleString('en')}`}</title>
            </rect>
          );
        })}
        <line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      </svg>
    </figure>
  );
}
