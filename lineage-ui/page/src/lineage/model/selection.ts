import { boxOf, domainId, type Graph, groupId, nameOf } from './graph';
import type { Depth } from './walk';

/** What is selected, as the selections of the command line say it: `core/orders`, `2+core/orders+1`, `+group:core+`. */
export interface Selection {
  readonly id: number;
  readonly up: Depth;
  readonly down: Depth;
}

/** The neighbourhood of what is selected: one step around it, then two, three, five, all, and one again. */
export function wider(selection: Selection): Selection {
  const depth = AROUND[(AROUND.indexOf(selection.up === selection.down ? selection.up : 'all') + 1) % AROUND.length];
  return { ...selection, up: depth, down: depth };
}

const AROUND: readonly Depth[] = [1, 2, 3, 5, 'all'];

const FORM = /^(?:(\d*)\+)?([^+].*?)(?:\+(\d*))?$/;

/** The selection an address asks for; none where the project has nothing of that name. */
export function parseSelection(graph: Graph, text: string | undefined): Selection | undefined {
  const [, up, name, down] = FORM.exec(text ?? '') ?? [];
  if (name === undefined) return undefined;
  const id = idOf(graph, name);
  return id < 0 ? undefined : { id, up: depthOf(up), down: depthOf(down) };
}

export function printSelection(graph: Graph, { id, up, down }: Selection): string {
  const before = up === 0 ? '' : `${up === 'all' ? '' : up}+`;
  const after = down === 0 ? '' : `+${down === 'all' ? '' : down}`;
  return `${before}${printBox(graph, id)}${after}`;
}

export function printBox(graph: Graph, id: number): string {
  const { is } = boxOf(graph.shape, id);
  const name = is === 'group' ? graph.columns.groups[id - graph.shape.assets] : nameOf(graph, id);
  return is === 'asset' ? name : `${is}:${name}`;
}

function idOf(graph: Graph, name: string): number {
  const group = name.startsWith('group:') ? graph.columns.groups.indexOf(name.slice('group:'.length)) : -1;
  if (group >= 0) return groupId(graph.shape, group);
  const domain = name.startsWith('domain:') ? graph.domainNames.indexOf(name.slice('domain:'.length)) : -1;
  if (domain >= 0) return domainId(graph.shape, domain);
  return graph.indexOf.get(name) ?? -1;
}

const depthOf = (text: string | undefined): Depth => (text === undefined ? 0 : text === '' ? 'all' : Number(text));

/**
 * The open boxes of an address: `core,sales/,core/orders.` opens the group core, the domain sales and the columns of the
 * asset core/orders; `-` opens nothing.
 */
export function parseOpen(graph: Graph, text: string): Set<number> {
  const names = text === '-' ? [] : text.split(',');
  return new Set(names.map((name) => openedId(graph, name)).filter((id) => id >= 0));
}

function openedId(graph: Graph, name: string): number {
  const group = idOf(graph, `group:${name}`);
  if (group >= 0) return group;
  if (name.endsWith('/')) return idOf(graph, `domain:${name.slice(0, -1)}`);
  return name.endsWith('.') ? (graph.indexOf.get(name.slice(0, -1)) ?? -1) : -1;
}

export function printOpen(graph: Graph, open: ReadonlySet<number>): string {
  const names = [...open].map((id) => {
    const box = boxOf(graph.shape, id);
    if (box.is === 'asset') return `${graph.columns.keys[box.at]}.`;
    return box.is === 'domain' ? `${graph.domainNames[box.at]}/` : graph.columns.groups[box.at];
  });
  return names.length === 0 ? '-' : names.join(',');
}
