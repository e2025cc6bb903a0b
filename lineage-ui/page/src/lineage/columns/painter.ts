import { type Camera, type Rect, type Size, toScreen } from '../canvas/camera';
import { curve, endsBetween, heads, port } from '../canvas/links';
import { type ColumnPainter, FONT, label } from '../canvas/paint';
import type { Inks, Pen } from '../canvas/pen';
import type { Scene } from '../layout/scene';
import { ASSET, LINES } from '../layout/sizes';
import type { Graph } from '../model/graph';
import { type ColumnList, lineOf } from './level';
import type { ColumnLink, Traced } from './pick';

/** Text lower than this cannot be read; lines are bars then. */
const LEGIBLE = 11;
const SIZE = 12;
const INDENT = 12;

export function painterOf(graph: Graph, lists: ReadonlyMap<number, ColumnList>, pick: Traced | undefined): ColumnPainter {
  const resolve = resolver(graph, lists, pick?.links ?? []);
  return {
    lines: (pen, asset, rect, zoom, view, inks, pointed) => {
      const list = lists.get(asset);
      if (list !== undefined) drawLines(pen, { asset, list, pick, pointed }, rect, zoom, view, inks);
    },
    links: (pen, scene, camera, view, inks) => {
      if (pick !== undefined) drawLinks(pen, scene, resolve(scene), camera, view, inks);
    },
  };
}

interface Lines {
  readonly asset: number;
  readonly list: ColumnList;
  readonly pick: Traced | undefined;
  readonly pointed: number;
}

function drawLines(pen: Pen, { asset, list, pick, pointed }: Lines, rect: Rect, zoom: number, view: Size, inks: Inks): void {
  const height = LINES.height * zoom;
  const top = rect.y + ASSET.height * zoom;
  pen.fillStyle = inks.of('--line');
  pen.fillRect(rect.x, top - 1, rect.width, 1);
  const rows = list.lines.length + (list.foot === undefined ? 0 : 1);
  for (let i = Math.max(0, Math.floor(-top / height)); i < rows && top + i * height < view.height; i++) {
    const row = { x: rect.x + 5, y: top + i * height, width: rect.width - 6, height };
    const line = list.lines[i];
    const role = line === undefined ? undefined : pick?.roleOf(asset, line.name);
    const ground = role === 'focus' ? '--accent' : role === 'up' || role === 'down' ? '--accent-soft' : i === pointed ? '--hover' : undefined;
    if (ground !== undefined) {
      pen.fillStyle = inks.of(ground);
      pen.fillRect(row.x, row.y, row.width, row.height);
    }
    if (role === 'decides') {
      pen.strokeStyle = inks.of('--line-strong');
      pen.lineWidth = 1;
      pen.strokeRect(row.x + 1, row.y + 1, row.width - 2, row.height - 2);
    }
    const quiet = role === undefined && pick !== undefined ? '--text-quiet' : '--text';
    const ink = role === 'focus' ? '--on-accent' : quiet;
    if (height < LEGIBLE) {
      pen.fillStyle = inks.of(role === 'focus' ? '--on-accent' : '--line-strong');
      pen.fillRect(row.x + 4, row.y + height * 0.35, row.width * 0.45, Math.max(0.5, height * 0.3));
    } else if (line !== undefined) {
      drawColumn(pen, line, row, inks, ink, role === 'focus' ? ink : '--text-quiet', role === undefined ? 400 : 600);
    } else if (list.foot !== undefined) {
      label(pen, list.foot.text, row, INDENT - 5, height / 2, `400 ${SIZE}px ${FONT}`, SIZE, inks.of(list.foot.leads === 'nowhere' ? '--text-quiet' : '--accent'), inks);
    }
  }
}

function drawColumn(pen: Pen, { name, type }: { name: string; type: string }, row: Rect, inks: Inks, ink: string, quiet: string, weight: 400 | 600): void {
  const typeWidth = type.length * (SIZE - 1) * inks.letters.plain;
  const nameWidth = name.length * SIZE * inks.letters.bold;
  const room = nameWidth + typeWidth + 3 * INDENT < row.width ? typeWidth + INDENT : 0;
  label(pen, name, { ...row, width: row.width - room }, INDENT - 5, row.height / 2, `${weight} ${SIZE}px ${FONT}`, SIZE, inks.of(ink), inks);
  if (room === 0) return;
  pen.textAlign = 'right';
  pen.font = `400 ${SIZE - 1}px ${FONT}`;
  pen.fillStyle = inks.of(quiet);
  pen.fillText(type, row.x + row.width - INDENT + 3, row.y + row.height / 2);
}

/** A link between two boxes of a scene, and how far below the top of each it is tied; undefined where it is tied to the box as others are. */
interface Tied {
  readonly from: number;
  readonly to: number;
  readonly fromLine: number;
  readonly toLine: number;
  readonly kind: ColumnLink['kind'];
}

function resolver(graph: Graph, lists: ReadonlyMap<number, ColumnList>, links: readonly ColumnLink[]): (scene: Scene) => readonly Tied[] {
  let last: { readonly scene: Scene; readonly tied: readonly Tied[] } | undefined;
  return (scene) => {
    if (last?.scene !== scene) last = { scene, tied: tiedIn(scene, graph, lists, links) };
    return last.tied;
  };
}

/** The links as a scene can show them, each once: from line to line, or from and to the box that stands for what is closed. */
export function tiedIn(scene: Scene, graph: Graph, lists: ReadonlyMap<number, ColumnList>, links: readonly ColumnLink[]): readonly Tied[] {
  const { assets, groups, group, domain } = graph.shape;
  const boxOf = (asset: number): number =>
    [asset, assets + group[asset], assets + groups + domain[group[asset]]].map((id) => scene.at[id]).find((at) => at >= 0) ?? -1;
  const tie = (asset: number, name: string | undefined): readonly [number, number] => {
    const at = boxOf(asset);
    if (name === undefined || at < 0 || scene.id[at] !== asset || scene.lines[at] === 0) return [at, -1];
    const line = lineOf(lists.get(asset), name);
    return [at, line < 0 ? scene.lines[at] - 1 : line];
  };
  const tied = new Map<string, Tied>();
  for (const link of links) {
    const [from, fromLine] = tie(link.from.asset, link.from.name);
    const [to, toLine] = tie(link.to.asset, link.to.name);
    if (from < 0 || to < 0 || from === to) continue;
    tied.set(`${from}.${fromLine}>${to}.${toLine}:${link.kind}`, { from, to, fromLine, toLine, kind: link.kind });
  }
  return [...tied.values()];
}

const DASHES: Readonly<Record<ColumnLink['kind'], readonly number[]>> = { identity: [], transformation: [6, 4], aggregation: [], decision: [1.5, 4] };

/** Lines as in the tab of columns: solid, dashed, double and dotted. */
function drawLinks(pen: Pen, scene: Scene, links: readonly Tied[], camera: Camera, view: Size, inks: Inks): void {
  pen.globalAlpha = 1;
  for (const kind of ['decision', 'identity', 'transformation', 'aggregation'] as const) {
    const some = links.filter((link) => link.kind === kind);
    if (some.length === 0) continue;
    const ink = inks.of(kind === 'decision' ? '--text-quiet' : '--accent');
    const path = (): void => {
      pen.beginPath();
      for (const link of some) trace(pen, scene, link, camera, view);
    };
    pen.setLineDash([...DASHES[kind]]);
    stroke(pen, path, ink, kind === 'aggregation' ? 4 : 1.6);
    if (kind === 'aggregation') stroke(pen, path, inks.of('--ground'), 1.4);
    pen.setLineDash([]);
    const boxes = some.filter(isOfBoxes);
    heads(pen, boxes.map(({ from, to }) => endsBetween(scene, from, to, camera, view)), camera, ink);
    pen.beginPath();
    for (const link of some) if (!isOfBoxes(link)) head(pen, sidesOf(scene, link, camera, view), camera);
    pen.fill();
  }
}

function stroke(pen: Pen, path: () => void, ink: string, width: number): void {
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  path();
  pen.stroke();
}

const isOfBoxes = ({ fromLine, toLine }: Tied): boolean => fromLine < 0 && toLine < 0;

function trace(pen: Pen, scene: Scene, link: Tied, camera: Camera, view: Size): void {
  if (isOfBoxes(link)) {
    curve(pen, endsBetween(scene, link.from, link.to, camera, view));
    return;
  }
  const { a, b, leaves, enters } = sidesOf(scene, link, camera, view);
  const reach = Math.max(Math.abs(b.x - a.x) * 0.4, Math.min(48, Math.abs(b.y - a.y) * 0.5), 24 * camera.zoom);
  pen.moveTo(a.x, a.y);
  pen.bezierCurveTo(a.x + leaves * reach, a.y, b.x + enters * reach, b.y, b.x, b.y);
}

interface Sides {
  readonly a: { readonly x: number; readonly y: number };
  readonly b: { readonly x: number; readonly y: number };
  /** The side of a box: 1 is its right one. */
  readonly leaves: 1 | -1;
  readonly enters: 1 | -1;
}

/** A line goes from the sides that face each other, and around boxes that stand above each other. */
function sidesOf(scene: Scene, { from, to, fromLine, toLine }: Tied, camera: Camera, view: Size): Sides {
  const right = (at: number): number => scene.x[at] + scene.width[at];
  const leaves = right(to) <= scene.x[from] ? -1 : 1;
  const enters = scene.x[to] >= right(from) ? -1 : 1;
  return {
    a: toScreen(camera, view, leaves > 0 ? right(from) : scene.x[from], scene.y[from] + tieOf(scene, from, fromLine)),
    b: toScreen(camera, view, enters > 0 ? right(to) : scene.x[to], scene.y[to] + tieOf(scene, to, toLine)),
    leaves,
    enters,
  };
}

function head(pen: Pen, { b, enters }: Sides, camera: Camera): void {
  const size = Math.min(6, 9 * Math.sqrt(camera.zoom));
  pen.moveTo(b.x, b.y);
  pen.lineTo(b.x + enters * size, b.y - size * 0.55);
  pen.lineTo(b.x + enters * size, b.y + size * 0.55);
  pen.closePath();
}

const tieOf = (scene: Scene, at: number, line: number): number => (line < 0 ? port(scene, at) : ASSET.height + (line + 0.5) * LINES.height);
