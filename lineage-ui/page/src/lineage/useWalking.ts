import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { showing, zoomedAt } from './canvas/camera';
import { type Arrow, walked } from './canvas/hit';
import type { Stage } from './canvas/stage';
import type { Laid } from './layout/useScene';
import type { Graph } from './model/graph';
import { wider } from './model/selection';
import type { Lineage } from './useLineage';

interface Walk {
  readonly graph: Graph;
  readonly lineage: Lineage;
  readonly stage: Stage;
  readonly laid: Laid | undefined;
  readonly fit: () => void;
}

const ARROWS: Readonly<Record<string, Arrow>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** The keys of the picture. */
export function useWalking({ graph, lineage, stage, laid, fit }: Walk): (event: KeyboardEvent) => void {
  const navigate = useNavigate();
  const chosen = lineage.selection?.id ?? -1;
  const zoom = (factor: number): void => stage.travelTo(zoomedAt(stage.camera, stage.view, stage.view.width / 2, stage.view.height / 2, factor), 90);
  const walk = (arrow: Arrow): void => {
    if (laid === undefined) return;
    const id = walked(laid.scene, chosen, arrow);
    if (id < 0) return;
    lineage.select({ id, up: 'all', down: 'all' });
    const at = laid.scene.at[id];
    const { x, y, width, height } = laid.scene;
    stage.travelTo(showing(stage.camera, stage.view, { x: x[at], y: y[at], width: width[at], height: height[at] }), 120);
  };
  const enter = (): void => {
    if (chosen >= graph.shape.assets) lineage.toggle(chosen);
    else if (chosen >= 0) void navigate({ to: '/assets/$', params: { _splat: graph.columns.keys[chosen] } });
  };
  const clear = (): void => lineage.select(undefined);
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(1.3),
    '=': () => zoom(1.3),
    '-': () => zoom(1 / 1.3),
    f: fit,
    e: () => {
      if (chosen >= 0) lineage.toggle(chosen < graph.shape.assets ? graph.shape.assets + graph.shape.group[chosen] : chosen);
    },
    E: lineage.openAll,
    n: () => {
      if (lineage.selection !== undefined) lineage.select(wider(lineage.selection));
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
