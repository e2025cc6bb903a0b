import type { FacetName } from '../api/types';

const PLAIN = /^[\w/:.=-]+$/;
/** What no selection can say. */
const UNSAID: readonly string[] = ['fresh', 'skipped', 'unknown'];

/** The filters of the catalogue as a selection; nothing where none is set, or one that a selection cannot say. */
export function selectionOf({ q, ...facets }: { readonly q?: string } & Readonly<Partial<Record<FacetName, string>>>): string | undefined {
  const chosen = Object.entries(facets).filter(([, value]) => value);
  if (q || chosen.length === 0 || facets.status?.split(',').some((status) => UNSAID.includes(status))) return undefined;
  return chosen.map(([name, value]) => anyOf(name, value.split(','))).join(' and ');
}

function anyOf(name: string, values: readonly string[]): string {
  const words = values.map((value) => `${name}:${PLAIN.test(value) ? value : `"${value}"`}`);
  return words.length === 1 ? words[0] : `(${words.join(' or ')})`;
}
