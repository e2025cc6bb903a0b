import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { printAddress } from '../address';
import { type ColourBy, COLOURINGS } from './canvas/colouring';
import type { Graph } from './model/graph';
import { automaticLevel, BUDGET, childCounts, openedWithin, revealed, toggled } from './model/levels';
import { parseOpen, parseSelection, printOpen, printSelection, type Selection } from './model/selection';

export interface Address {
  readonly sel?: string;
  readonly col?: string;
  readonly open?: string;
  readonly z?: string;
  readonly at?: string;
  readonly color?: string;
}

/** What the lineage shows, as far as it stands in the address, and what changes it. */
export interface Lineage {
  readonly selection: Selection | undefined;
  /** The column that is picked, of the asset that is selected. */
  readonly column: string | undefined;
  readonly open: ReadonlySet<number>;
  readonly colour: ColourBy;
  readonly address: Address;
  readonly select: (selection: Selection | undefined) => void;
  /** Changes how far the selection reaches. */
  readonly reach: (selection: Selection) => void;
  readonly focus: (id: number) => void;
  /** Picks a column where it stands, opening its asset if need be; `follow` also goes there. */
  readonly pick: (asset: number, column: string) => void;
  readonly follow: (asset: number, column: string) => void;
  readonly toggle: (id: number) => void;
  readonly openAll: () => void;
  readonly closeAll: () => void;
  readonly colourBy: (by: ColourBy) => void;
  readonly remember: (part: Address) => void;
  /** The box that must not move when the layout changes, and the one to go to. */
  readonly intent: Intent;
}

export type Intent = { readonly is: 'fit' } | { readonly is: 'hold' | 'go'; readonly id: number };

const lineage = getRouteApi('/lineage');

export function useLineage(graph: Graph): Lineage {
  const { address, remember, arrived } = useAddress();
  const selection = useMemo(() => parseSelection(graph, address.sel), [graph, address.sel]);
  const column = selection !== undefined && selection.id < graph.shape.assets ? address.col : undefined;
  const [intent, setIntent] = useState<Intent>(() =>
    selection !== undefined && address.at === undefined ? { is: 'go', id: selection.id } : { is: 'fit' });
  useEffect(() => {
    if (arrived === undefined) return;
    const id = parseSelection(graph, arrived.sel)?.id ?? -1;
    setIntent(id < 0 ? { is: 'fit' } : { is: 'go', id });
  }, [graph, arrived]);
  const open = useSame(useMemo(() => {
    const level = address.open === undefined ? automaticLevel(graph.shape) : parseOpen(graph, address.open);
    if (selection === undefined) return level;
    const shown = revealed(graph.shape, level, selection.id);
    return column === undefined ? shown : shown.add(selection.id);
  }, [graph, address.open, selection, column]));
  const reopen = useCallback((next: ReadonlySet<number>, part: Address = {}) => remember({ ...part, open: printOpen(graph, next) }), [graph, remember]);
  const select = useCallback(
    (next: Selection | undefined) => remember({ sel: next === undefined ? '' : printSelection(graph, next), ...NO_COLUMN }),
    [graph, remember],
  );
  const reach = useCallback((next: Selection) => remember({ sel: printSelection(graph, next) }), [graph, remember]);
  const focus = useCallback((id: number) => {
    setIntent({ is: 'go', id });
    reopen(revealed(graph.shape, open, id), { sel: printSelection(graph, { id, up: 'all', down: 'all' }), ...NO_COLUMN });
  }, [graph, open, reopen]);
  const pick = useCallback((asset: number, col: string) => {
    const depths: Selection = selection?.id === asset ? selection : { id: asset, up: 'all', down: 'all' };
    const picked = { sel: printSelection(graph, depths), col };
    if (open.has(asset)) remember(picked);
    else reopen(revealed(graph.shape, open, asset).add(asset), picked);
  }, [graph, selection, open, remember, reopen]);
  const follow = useCallback((asset: number, col: string) => {
    setIntent({ is: 'go', id: asset });
    pick(asset, col);
  }, [pick]);
  const toggle = useCallback((id: number) => {
    setIntent({ is: 'hold', id });
    const closing = open.has(id) && (id < graph.shape.assets ? NO_COLUMN : NOTHING);
    reopen(toggled(open, id), closing || {});
  }, [graph, open, reopen]);
  return {
    selection, column, open, address, intent, select, reach, focus, pick, follow, toggle, remember,
    colour: COLOURINGS.find((by) => by === address.color) ?? 'status',
    openAll: () => {
      setIntent({ is: 'fit' });
      reopen(openedWithin(graph.shape, open, childCounts(graph.shape), BUDGET * 2));
    },
    closeAll: () => {
      setIntent({ is: 'fit' });
      remember({ open: '', ...NOTHING });
    },
    colourBy: (by) => remember({ color: by === 'status' ? '' : by }),
  };
}

/** What an address no longer says. */
const NO_COLUMN: Address = { col: '' };
const NOTHING: Address = { sel: '', col: '' };

/** The set from before while it holds the same: what is laid out and looked at depends on it. */
function useSame(next: ReadonlySet<number>): ReadonlySet<number> {
  const kept = useRef(next);
  if (kept.current.size !== next.size || [...next].some((id) => !kept.current.has(id))) kept.current = next;
  return kept.current;
}

interface AddressState {
  readonly address: Address;
  readonly remember: (part: Address) => void;
  /** The last address that did not come from this page itself, but from a link or the browser's own keys. */
  readonly arrived: Address | undefined;
}

/** What is shown changes at once; the address bar follows, for the router takes its time. */
function useAddress(): AddressState {
  const given = lineage.useSearch();
  const navigate = useNavigate({ from: '/lineage' });
  const [address, setAddress] = useState<Address>(given);
  const [arrived, setArrived] = useState<Address>();
  const latest = useRef<Address>(given);
  const written = useRef(new Set([printAddress(cleaned(given))]));
  useEffect(() => {
    if (written.current.has(printAddress(cleaned(given)))) return;
    latest.current = given;
    setAddress(given);
    setArrived(given);
  }, [given]);
  const remember = useCallback((part: Address) => {
    const next = cleaned({ ...latest.current, ...part });
    latest.current = next;
    written.current = new Set([...written.current, printAddress(next)].slice(-RECENT));
    setAddress(next);
    void navigate({ search: next, replace: true, resetScroll: false });
  }, [navigate]);
  return { address, remember, arrived };
}

/** Addresses on their way to the address bar. */
const RECENT = 8;
const PARTS = ['sel', 'col', 'open', 'z', 'at', 'color'] as const;

function cleaned(address: Address): Address {
  return Object.fromEntries(PARTS.flatMap((part) => (address[part] ? [[part, address[part]]] : [])));
}
