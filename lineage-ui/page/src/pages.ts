import { begin } from './api/client';
import { measuredLetters } from './lineage/canvas/pen';
import { prepareWorker } from './lineage/layout/worker-at-hand';
import { lastLines } from './run/lastLines';

/** The script of each page: it costs a visit of another nothing. */
export const PAGES = {
  home: () => import('./home/HomePage'),
  lineage: () => import('./lineage/LineagePage'),
  catalogue: () => import('./assets/CataloguePage'),
  asset: () => import('./assets/AssetPage'),
  runs: () => import('./runs/RunsPage'),
  run: () => import('./run/RunPage'),
  launch: () => import('./launch/LaunchPage'),
  matrix: () => import('./partitions/matrix/MatrixPage'),
  checks: () => import('./checks/ChecksPage'),
  settings: () => import('./settings/SettingsPage'),
};

interface Visit {
  readonly address: RegExp;
  readonly page: () => Promise<unknown>;
  /** Asks for what takes longest of what the page shows first, as the page itself will ask for it. */
  readonly ask?: (found: RegExpExecArray) => void;
}

const VISITS: readonly Visit[] = [
  { address: /^\/$/, page: PAGES.home },
  {
    address: /^\/lineage$/,
    page: PAGES.lineage,
    ask: () => {
      prepareWorker(begin('/graph', {}));
      void begin('/status', {});
      measuredLetters();
    },
  },
  { address: /^\/assets$/, page: PAGES.catalogue },
  { address: /^\/assets\/./, page: PAGES.asset },
  { address: /^\/runs$/, page: PAGES.runs },
  {
    address: /^\/runs\/([\w-]+)$/,
    page: PAGES.run,
    ask: ([, id]) => {
      void begin('/runs/{id}', { id, limit: 0 });
      if (location.search === '') void begin('/runs/{id}/log', lastLines(id));
    },
  },
  { address: /^\/launch$/, page: PAGES.launch },
  { address: /^\/partitions$/, page: PAGES.matrix },
  { address: /^\/checks$/, page: PAGES.checks },
  { address: /^\/settings$/, page: PAGES.settings },
];

/** Gets what the page of this address needs while what all pages share is still being read. */
export function prepare(address: string): void {
  for (const { address: of, page, ask } of VISITS) {
    const found = of.exec(address);
    if (found === null) continue;
    ask?.(found);
    // The router imports it too, and tells if that fails.
    page().catch(() => undefined);
  }
}
