import { Button, NativeSelect } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { zoomedAt } from './canvas/camera';
import { type ColourBy, COLOURINGS } from './canvas/colouring';
import type { Stage } from './canvas/stage';
import type { Lineage } from './useLineage';

interface Props {
  readonly lineage: Lineage;
  readonly stage: Stage;
  readonly fit: () => void;
  readonly save: () => void;
}

export function LineageBar({ lineage, stage, fit, save }: Props) {
  const zoom = useSyncExternalStore((changed) => stage.onMove(changed), () => Math.round(stage.camera.zoom * 100));
  const by = (factor: number): void => stage.travelTo(zoomedAt(stage.camera, stage.view, stage.view.width / 2, stage.view.height / 2, factor), 90);
  return (
    <div className="lineage-bar" role="toolbar" aria-label="Lineage">
      <NativeSelect size="xs" aria-label="Colour by" value={lineage.colour} className="facet"
        data={COLOURINGS.map((by) => ({ value: by, label: `Colour: ${by}` }))}
        onChange={(event) => lineage.colourBy(event.currentTarget.value as ColourBy)} />
      <Button size="xs" variant="default" onClick={lineage.openAll} title="Opens as many groups as can be read at once (E)">Expand</Button>
      <Button size="xs" variant="default" onClick={lineage.closeAll}>Collapse</Button>
      <Button size="xs" variant="default" onClick={save}>Save SVG</Button>
      <span className="zoom">
        <button type="button" className="plain" aria-label="Zoom out (-)" onClick={() => by(1 / 1.3)}>−</button>
        <span className="quiet number">{zoom} %</span>
        <button type="button" className="plain" aria-label="Zoom in (+)" onClick={() => by(1.3)}>+</button>
        <Button size="xs" variant="default" onClick={fit} title="Shows everything (F)">Fit</Button>
      </span>
    </div>
  );
}
