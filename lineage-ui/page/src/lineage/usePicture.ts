import { useCallback, useEffect, useMemo, useRef } from 'react';
import { type Picture, paint } from './canvas/paint';
import { inksOf } from './canvas/pen';
import type { Stage } from './canvas/stage';

/** Draws a picture with the colours of the theme, and again when one of them changes. */
export function usePicture(picture: Picture | undefined, stage: Stage, theme: string): (context: CanvasRenderingContext2D) => void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the variables of the page change with the theme
  const inks = useMemo(() => inksOf(document.documentElement), [theme]);
  const latest = useRef({ picture, inks });
  latest.current = { picture, inks };
  const painted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is drawn has changed
  useEffect(() => stage.invalidate(), [stage, picture, inks]);
  return useCallback((context) => {
    const now = latest.current;
    if (now.picture === undefined) {
      context.fillStyle = now.inks.of('--ground');
      context.fillRect(0, 0, stage.view.width, stage.view.height);
      return;
    }
    paint(context, now.picture, stage.camera, stage.view, now.inks);
    if (!painted.current) performance.mark('weir:painted');
    painted.current = true;
  }, [stage]);
}
