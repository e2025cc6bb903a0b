import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { StatusColumns } from '../api/types';
import { Problem } from '../shell/states';
import { useTheme } from '../shell/useTheme';
import { CanvasView } from './canvas/CanvasView';
import { colouringOf } from './canvas/colouring';
import { isExpander, NOWHERE, type Pointed, pointedAt } from './canvas/hit';
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
import { announced } from './announced';
import { useCamera, whole } from './useCamera';
import { useColumns } from './useColumns';
import { useLineage } from './useLineage';
import { useMade } from './useMade';
import { usePicture } from './usePicture';
import { useWalking } from './useWalking';

/** The lineage: a tree, a picture and what is selected, which all show the same. */
export function LineageView({ graph, status }: { readonly graph: Graph; readonly status: StatusColumns | undefined }) {
  const lineage = useLineage(graph);
  const [stage] = useState(() => new Stage());
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState(NOWHERE);
  const theme = useTheme();
  const { level, lines, queries } = useColumns(graph, lineage);
  const laid = useScene(graph, lineage.open, lines);
  const { made, now, problem } = useMade(graph, lineage.colour);
  const colouring = useMemo(() => colouringOf(graph, { status, made, now }, lineage.colour), [graph, status, made, now, lineage.colour]);
  const { selection } = lineage;
  const reach = useMemo(
    () => (selection === undefined ? undefined : reachOf(graph, assetsIn(graph, selection.id), selection.up, selection.down)),
    [graph, selection],
  );
  const pick = lineage.column === undefined || level?.pick?.asset !== selection?.id ? undefined : level?.pick;
  const lit = useMemo(() => pick?.lit ?? (reach === undefined ? undefined : litBy(graph, reach)), [graph, reach, pick]);
  const picture = useMemo(
    () => laid && { graph, scene: laid.scene, colouring, lit, chosen: selection?.id ?? -1, pointed, expanders: 'drawn' as const, columns: level?.painter },
    [graph, laid, colouring, lit, selection, pointed, level],
  );
  const draw = usePicture(picture, stage, theme);
  useCamera(stage, laid, lineage);
  const fit = (): void => {
    if (laid) stage.travelTo(whole(stage, laid.scene));
  };
  const pressed = useWalking({ graph, lineage, stage, laid, level, fit });
  const navigate = useNavigate();
  const at = (x: number, y: number): Pointed => (laid === undefined ? NOWHERE : pointedAt(laid.scene, x, y, stage.camera.zoom));
  const before = useRef(-1);
  const clicked = (x: number, y: number, clicks: number): void => {
    const { id, line } = at(x, y);
    // What a first click opens beside the picture may have moved it.
    const twice = clicks > 1 ? before.current : -1;
    before.current = id;
    if (line >= 0) {
      const list = level?.lists.get(id);
      const column = list?.lines[line];
      if (column !== undefined) lineage.pick(id, column.name);
      else if (list?.foot?.leads === 'to the other columns') void navigate({ to: '/assets/$', params: { _splat: nameOf(graph, id) }, search: { tab: 'columns' } });
    } else if (twice >= 0) lineage.toggle(twice);
    else if (id < 0) lineage.select(undefined);
    else if (id >= graph.shape.assets ? !lineage.open.has(id) : laid !== undefined && stage.camera.zoom > READABLE && isExpander(laid.scene, id, x, y)) lineage.toggle(id);
    else lineage.select({ id, up: 'all', down: 'all' });
  };
  return (
    <main className="lineage" id="content">
      <h1 className="unseen">Lineage</h1>
      {queries}
      <Sidebar graph={graph} lineage={lineage} colouring={colouring} lists={level?.lists} />
      <div className="middle">
        <LineageBar lineage={lineage} stage={stage} fit={fit}
          save={() => picture && saveSvg(picture, theme)} />
        <div className="stage">
          <CanvasView stage={stage} canvas={canvas} draw={draw} label="Lineage graph" describedBy="lineage-help" onClick={clicked} onKey={pressed}
            onPoint={(x, y) => setPointed((now) => sameOr(now, at(x, y)))} />
          {laid === undefined && <p className="laying" role="status">Laying out {graph.shape.assets.toLocaleString('en')} assets …</p>}
          {problem !== null && <div className="stage-problem"><Problem error={problem} what="When assets were made" /></div>}
          <Legend colouring={colouring} by={lineage.colour} />
          {laid !== undefined && <Minimap stage={stage} graph={graph} scene={laid.scene} colouring={colouring} theme={theme} />}
        </div>
        <p id="lineage-help" className="unseen">
          Arrow keys walk: left to what is read, right to what reads it, up and down to neighbours. N shows the neighbours, and more with each press, E opens or closes a box; of an asset
          that is its columns, which up and down walk, while left and right follow one to what it is made from and what is made from it. C closes the box around, Enter opens the page
          of an asset or a column, F shows everything, plus and minus zoom, Escape lets go of a column, and of everything. The tree beside it shows the same.
        </p>
        <p className="unseen" role="status" aria-live="polite">
          {selection && reach ? announced(graph, lineage, selection.id, reach, level) : ''}
        </p>
      </div>
      {selection !== undefined && reach !== undefined && (
        <Inspector graph={graph} lineage={lineage} selection={selection} reach={reach} colouring={colouring} level={level} />
      )}
    </main>
  );
}

/** Expanders are drawn, and can be hit, from this zoom on. */
const READABLE = 0.8;

const sameOr = (now: Pointed, next: Pointed): Pointed => (now.id === next.id && now.line === next.line ? now : next);
