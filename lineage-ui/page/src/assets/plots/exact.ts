import { bytes, lasting } from '../../status/times';

/** A value as it is read: `22,092`, `1.2 MB`, `18 s`. */
export function exact(name: string, value: number): string {
  if (name === 'bytes') return bytes(value);
  if (name === 'took_ms') return value < 1000 ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms` : lasting(value);
  return value.toLocaleString('en', { maximumFractionDigits: 4 });
}
