/** What a reader has chosen, kept in this browser. */
export type Zone = 'viewer' | 'UTC';

const KEYS = { zone: 'weir-zone', shortcuts: 'weir-shortcuts' } as const;

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Where nothing may be kept, it holds until the page is left.
  }
}

const chosen = { zone: (kept(KEYS.zone) === 'UTC' ? 'UTC' : 'viewer') as Zone, shortcuts: kept(KEYS.shortcuts) !== 'off' };

export const preferences = {
  zone: (): Zone => chosen.zone,
  shortcuts: (): boolean => chosen.shortcuts,
  chooseZone(zone: Zone): void {
    chosen.zone = zone;
    keep(KEYS.zone, zone);
  },
  chooseShortcuts(on: boolean): void {
    chosen.shortcuts = on;
    keep(KEYS.shortcuts, on ? 'on' : 'off');
  },
};
