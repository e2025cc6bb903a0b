const UNITS: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [7, 'day'],
  [4.35, 'week'],
  [12, 'month'],
  [Number.POSITIVE_INFINITY, 'year'],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

/** `2 hr. ago`, as of the time given. */
export function ago(instant: string, now: number): string {
  let value = (Date.parse(instant) - now) / 1000;
  for (const [size, unit] of UNITS) {
    if (Math.abs(value) < size) return relative.format(Math.round(value), unit);
    value /= size;
  }
  return instant;
}

/** `2026-01-05 08:00:00 UTC`, or in the zone of who looks with how far that is ahead: `2026-01-05 09:00:00 GMT+1`. */
export function exactly(instant: string, zone: 'viewer' | 'UTC'): string {
  const parts = new Intl.DateTimeFormat('sv', {
    dateStyle: 'short', timeStyle: 'medium', ...(zone === 'UTC' ? { timeZone: 'UTC' } : {}),
  }).format(new Date(instant));
  const name = new Intl.DateTimeFormat('en', { timeZoneName: 'short', ...(zone === 'UTC' ? { timeZone: 'UTC' } : {}) })
    .formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value;
  return `${parts} ${name ?? ''}`.trim();
}

/** `09:00`, in the zone that is chosen. */
export const hourOf = (at: number, zone: 'viewer' | 'UTC'): string =>
  new Date(at).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(zone === 'UTC' ? { timeZone: 'UTC' } : {}) });

/** `09:00:00.123`, in the zone that is chosen. */
export function clockOf(instant: string, zone: 'viewer' | 'UTC'): string {
  const at = new Date(instant);
  const [hours, minutes, seconds, millis] = zone === 'UTC'
    ? [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds(), at.getUTCMilliseconds()]
    : [at.getHours(), at.getMinutes(), at.getSeconds(), at.getMilliseconds()];
  return `${[hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':')}.${String(millis).padStart(3, '0')}`;
}

/** `1 h 03 min`, `4 min 10 s`, `18 s`, `0.4 s`. */
export function lasting(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(Math.round(seconds) % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = value < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3));
  return `${(value / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}
