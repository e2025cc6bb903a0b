import type { How } from './types';

/** Solid what is taken over, dashed what is transformed, double what is aggregated, dotted what decides about rows. */
export function EdgeLine({ kind, path }: { readonly kind: How | 'decision'; readonly path: string }) {
  return (
    <>
      <path className={`edge edge-${kind}`} d={path} />
      {kind === 'aggregation' && <path className="edge-inside" d={path} />}
    </>
  );
}
