import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { parseAddress, printAddress, type Search } from './address';
import { graphQuestion, queryClient, statusQuestion } from './api/queries';
import { PAGES } from './pages';
import { NothingHere, PageError } from './shell/states';
import { Shell } from './shell/Shell';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NothingHere, errorComponent: PageError });

const picked = <K extends string>(search: Record<string, unknown>, ...names: K[]): { [N in K]?: string } =>
  Object.fromEntries(names.flatMap((name) => (search[name] ? [[name, String(search[name])]] : []))) as { [N in K]?: string };

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(PAGES.home, 'HomePage'),
});

const lineageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lineage',
  validateSearch: (search: Record<string, unknown>) => picked(search, 'sel', 'col', 'open', 'z', 'at', 'color'),
  // Asked for before the page is built; the page waits for neither.
  loader: () => {
    void queryClient.prefetchQuery(graphQuestion);
    void queryClient.prefetchQuery(statusQuestion);
  },
  component: lazyRouteComponent(PAGES.lineage, 'LineagePage'),
});

const assetsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/assets' });

const catalogueRoute = createRoute({
  getParentRoute: () => assetsRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>) => picked(search, 'q', 'group', 'owner', 'tag', 'kind', 'status'),
  component: lazyRouteComponent(PAGES.catalogue, 'CataloguePage'),
});

const assetRoute = createRoute({
  getParentRoute: () => assetsRoute,
  path: '$',
  // Those of all its tabs.
  validateSearch: (search: Record<string, unknown>) => picked(search, 'tab', 'range', 'p', 'show', 'v', 'diff', 'by', 'rows', 'col', 'deep'),
  component: lazyRouteComponent(PAGES.asset, 'AssetPage'),
});

const runsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/runs' });

const allRunsRoute = createRoute({
  getParentRoute: () => runsRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>) => picked(search, 'status', 'asset', 'page'),
  component: lazyRouteComponent(PAGES.runs, 'RunsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => runsRoute,
  path: '$id',
  validateSearch: (search: Record<string, unknown>) => picked(search, 'step', 'log', 'q', 'line', 'view'),
  component: lazyRouteComponent(PAGES.run, 'RunPage'),
});

const launchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/launch',
  validateSearch: (search: Record<string, unknown>) => picked(search, 'sel', 'p', 'mode', 'only', 'force'),
  component: lazyRouteComponent(PAGES.launch, 'LaunchPage'),
});

const matrixRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partitions',
  validateSearch: (search: Record<string, unknown>) => picked(search, 'sel', 'by', 'show'),
  component: lazyRouteComponent(PAGES.matrix, 'MatrixPage'),
});

const checksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/checks',
  validateSearch: (search: Record<string, unknown>) => picked(search, 'q', 'severity', 'found', 'from', 'open'),
  component: lazyRouteComponent(PAGES.checks, 'ChecksPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(PAGES.settings, 'SettingsPage'),
});

const routeTree = rootRoute.addChildren([homeRoute, lineageRoute, assetsRoute.addChildren([catalogueRoute, assetRoute]), runsRoute.addChildren([allRunsRoute, runRoute]), launchRoute, matrixRoute, checksRoute, settingsRoute]);

export const router = createRouter({
  routeTree,
  parseSearch: parseAddress,
  stringifySearch: (search: Search) => printAddress(search),
  pathParamsAllowedCharacters: ['@', ':', '+', ',', '='],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
