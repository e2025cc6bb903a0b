import { useMemo, useRef, useState } from 'react';
import type { StatusColumns } from '../api/types';
import { Problem } from '../shell/states';
import { useTheme } from '../shell/useTheme';
import { CanvasView } from './canvas/CanvasView';
import { colouringOf } from './canvas/colouring';
import { hit } from './canvas/hit';
import { litBy } from './canvas/lit';
import { Minimap } from './canvas/Minimap';
import { Stage } from './canvas/stage';
import { Inspector } from './Inspector';
import { LineageBar } from './LineageBar';
import { Legend } from './Legend';
import { useScene } from './layout/useScene';
import { assetsIn, type Graph, nameOf } from './model/graph';
import { reachOf } from './model/walk';
import { saveSvg } from './saveSvg';
import { Sidebar } from './Sidebar';
import { useCamera, whole } from './useCamera';
import { useLineage } from './useLineage';
import { useMade } from './useMade';
import { usePicture } from './usePicture';
import { useWalking } from './useWalking';

/** The lineage: a tree, a picture and what is selected, which all show the same. */
export function LineageView({ graph, status }: { readonly graph: Graph; readonly status: StatusColumns | undefined }) {
  const lineage = useLineage(graph);
  const [stage] = useState(() => new Stage());
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState(-1);
  const theme = useTheme();
  const laid = useScene(graph, lineage.open);
  const { made, now, problem } = useMade(graph, lineage.colour);
  const colouring = useMemo(() => colouringOf(graph, { status, made, now }, lineage.colour), [graph, status, made, now, lineage.colour]);
  const { selection } = lineage;
  const reach = useMemo(
    () => (selection === undefined ? undefined : reachOf(graph, assetsIn(graph, selection.id), selection.up, selection.down)),
    [graph, selection],
  );
  const lit = useMemo(() => (reach === undefined ? undefined : litBy(graph, reach)), [graph, reach]);
  const picture = useMemo(
    () => laid && { graph, scene: laid.scene, colouring, lit, chosen: selection?.id ?? -1, pointed },
    [graph, laid, colouring, lit, selection, pointed],
  );
  const draw = usePicture(picture, stage, theme);
  useCamera(stage, laid, lineage);
  const fit = (): void => {
    if (laid) stage.travelTo(whole(stage, laid.scene));
  };
  const pressed = useWalking({ graph, lineage, stage, laid, fit });
  const clicked = (x: number, y: number, clicks: number): void => {
    const id = laid === undefined ? -1 : hit(laid.scene, x, y, stage.camera.zoom);
    if (id < 0) lineage.select(undefined);
    else if (id >= graph.shape.assets && (clicks > 1 || !lineage.open.has(id))) lineage.toggle(id);
    else lineage.select({ id, up: 'all', down: 'all' });
  };
  return (
    <main className="lineage" id="content">
      <h1 className="unseen">Lineage</h1>
      <Sidebar graph={graph} lineage={lineage} colouring={colouring} />
      <div className="middle">
        <LineageBar lineage={lineage} stage={stage} fit={fit}
          save={() => picture && saveSvg(picture, theme)} />
        <div className="stage">
          <CanvasView stage={stage} canvas={canvas} draw={draw} label="Lineage graph" describedBy="lineage-help" onClick={clicked} onKey={pressed}
            onPoint={(x, y) => setPointed(laid === undefined ? -1 : hit(laid.scene, x, y, stage.camera.zoom))} />
          {laid === undefined && <p className="laying" role="status">Laying out {graph.shape.assets.toLocaleString('en')} assets …</p>}
          {problem !== null && <div className="stage-problem"><Problem error={problem} what="When assets were made" /></div>}
          <Legend colouring={colouring} by={lineage.colour} />
          {laid !== undefined && <Minimap stage={stage} graph={graph} scene={laid.scene} colouring={colouring} theme={theme} />}
        </div>
        <p id="lineage-help" className="unseen">
          Arrow keys walk: left to what is read, right to what reads it, up and down to neighbours. N shows the neighbours, and more with each press, E opens or closes a box, Enter opens an
          asset, F shows everything, plus and minus zoom, Escape clears. The tree beside it shows the same.
        </p>
        <p className="unseen" role="status" aria-live="polite">
          {selection && reach ? `${nameOf(graph, selection.id)}, ${reach.upCount} upstream, ${reach.downCount} downstream` : ''}
        </p>
      </div>
      {selection !== undefined && reach !== undefined && (
        <Inspector graph={graph} lineage={lineage} selection={selection} reach={reach} colouring={colouring} />
      )}
    </main>
  );
}
