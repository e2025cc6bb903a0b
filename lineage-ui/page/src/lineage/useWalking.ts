import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { showing, zoomedAt } from './canvas/camera';
import { lineOf, type ColumnLevel } from './columns/level';
import { type Arrow, walked } from './canvas/hit';
import type { Stage } from './canvas/stage';
import type { Laid } from './layout/useScene';
import { ASSET, LINES } from './layout/sizes';
import { type Graph, parentOf } from './model/graph';
import { visible } from './model/levels';
import { wider } from './model/selection';
import type { Lineage } from './useLineage';

interface Walk {
  readonly graph: Graph;
  readonly lineage: Lineage;
  readonly stage: Stage;
  readonly laid: Laid | undefined;
  readonly level: ColumnLevel | undefined;
  readonly fit: () => void;
}

const ARROWS: Readonly<Record<string, Arrow>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** The keys of the picture. */
export function useWalking({ graph, lineage, stage, laid, level, fit }: Walk): (event: KeyboardEvent) => void {
  const navigate = useNavigate();
  const chosen = lineage.selection?.id ?? -1;
  const zoom = (factor: number): void => stage.travelTo(zoomedAt(stage.camera, stage.view, stage.view.width / 2, stage.view.height / 2, factor), 90);
  const box = (id: number): void => {
    if (laid === undefined || id < 0) return;
    lineage.select({ id, up: 'all', down: 'all' });
    show(id, -1);
  };
  const show = (id: number, line: number): void => {
    const { x, y, width, height, lines, at: places } = laid!.scene;
    const at = places[id];
    if (at < 0) return;
    const rect = line < 0 ? { y: y[at], height: lines[at] > 0 ? ASSET.height : height[at] } : { y: y[at] + ASSET.height + line * LINES.height, height: LINES.height };
    stage.travelTo(showing(stage.camera, stage.view, { x: x[at], width: width[at], ...rect }), 120);
  };
  const walk = (arrow: Arrow): void => {
    if (laid === undefined) return;
    const list = chosen >= 0 && chosen < graph.shape.assets && laid.scene.lines[laid.scene.at[chosen]] > 0 ? level?.lists.get(chosen) : undefined;
    const line = lineOf(list, lineage.column);
    const next = arrow === 'down' ? line + 1 : line - 1;
    if (arrow === 'left' || arrow === 'right') {
      if (line < 0) box(walked(laid.scene, chosen, arrow));
      else follow(arrow);
    } else if (list !== undefined && next >= 0 && next < list.lines.length) {
      lineage.pick(chosen, list.lines[next].name);
      show(chosen, next);
    } else {
      box(line === 0 && arrow === 'up' ? chosen : walked(laid.scene, chosen, arrow));
    }
  };
  /** To the line of the next column, or to the box that stands for it. */
  const follow = (arrow: Arrow): void => {
    const to = level?.pick?.next(arrow);
    if (to === undefined) return;
    const line = lineOf(level?.lists.get(to.asset), to.name);
    if (line < 0) box(visible(graph.shape, lineage.open, to.asset));
    else {
      lineage.pick(to.asset, to.name);
      show(to.asset, line);
    }
  };
  const enter = (): void => {
    if (chosen >= graph.shape.assets) lineage.toggle(chosen);
    else if (chosen >= 0) {
      const search = lineage.column === undefined ? {} : { tab: 'columns', col: lineage.column };
      void navigate({ to: '/assets/$', params: { _splat: graph.columns.keys[chosen] }, search });
    }
  };
  const clear = (): void => lineage.select(lineage.column === undefined ? undefined : lineage.selection);
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(1.3),
    '=': () => zoom(1.3),
    '-': () => zoom(1 / 1.3),
    f: fit,
    e: () => {
      if (chosen >= 0) lineage.toggle(chosen);
    },
    c: () => {
      const around = chosen < 0 ? -1 : parentOf(graph.shape, chosen);
      if (around >= 0) lineage.toggle(around);
    },
    E: lineage.openAll,
    n: () => {
      if (lineage.selection !== undefined) lineage.reach(wider(lineage.selection));
    },
    Enter: enter,
    Escape: clear,
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const act = arrow === undefined ? keys[event.key] : () => walk(arrow);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}
