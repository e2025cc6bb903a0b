import type { ColourBy, Colouring } from './canvas/colouring';
import { variablesFor } from './ink';

/** What steps are of: their words alone do not say. */
const LEADS: Partial<Record<ColourBy, string>> = { freshness: 'Last made, ago', duration: 'Took' };

/** What the colours mean, with how many assets have each. */
export function Legend({ colouring, by }: { readonly colouring: Colouring; readonly by: ColourBy }) {
  const counts = new Map<number, number>();
  for (const category of colouring.of) counts.set(category, (counts.get(category) ?? 0) + 1);
  const shown = [...colouring.order].reverse().filter((category) => counts.has(category));
  return (
    <ul className="legend" aria-label={`Assets by ${by}`}>
      {LEADS[by] !== undefined && <li className="quiet">{LEADS[by]}</li>}
      {shown.map((category) => (
        <li key={category}>
          <span aria-hidden="true" style={variablesFor(colouring, category)}>{colouring.shapes[category]}</span> {colouring.names[category]}{' '}
          <span className="quiet">{counts.get(category)?.toLocaleString('en')}</span>
        </li>
      ))}
    </ul>
  );
}
