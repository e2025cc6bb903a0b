import type { Version } from '../api/types';

/** `2013-01-15 #2`, or `#2` of an asset that is not partitioned: a version where it is clear of which asset. */
export function shortVersion({ version }: Pick<Version, 'version'>, asset: string): string {
  const rest = version.startsWith(asset) ? version.slice(asset.length) : version;
  return rest.replace(/^@/, '').replace('#', ' #').trim();
}

/** Where its rows are: those of a version that is not current are found by its number. */
export const dataOf = ({ partition, number, current }: Pick<Version, 'partition' | 'number' | 'current'>): { tab: string; p?: string; v?: string } => ({
  tab: 'data',
  ...(partition == null ? {} : { p: partition }),
  ...(current ? {} : { v: String(number) }),
});

/** `+0.4%`, `−12%`, `×3.1`, `unchanged`; nothing where there is nothing to compare with. */
export function changeOf(now: number | null | undefined, before: number | null | undefined): string | undefined {
  if (now == null || before == null || (before === 0 && now !== 0)) return undefined;
  if (now === before) return 'unchanged';
  const factor = now / before;
  if (factor >= 2) return `×${factor.toLocaleString('en', { maximumSignificantDigits: 2 })}`;
  const percent = Math.abs(factor - 1) * 100;
  const shown = percent.toLocaleString('en', percent < 0.1 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: percent < 10 ? 1 : 0 });
  return `${factor > 1 ? '+' : '−'}${shown}%`;
}
