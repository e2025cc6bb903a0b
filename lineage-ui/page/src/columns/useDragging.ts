import { type RefObject, useEffect } from 'react';

/** Drags what is scrolled by its ground, as the lineage is. */
export function useDragging(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = frame.current;
    if (view === null) return undefined;
    // Not the tables, nor the scroll bars, where the browser does it.
    const isGround = ({ button, target }: MouseEvent): boolean =>
      button === 0 && target instanceof Element && target !== view && target.closest('section') === view.closest('section');
    const press = (event: MouseEvent): void => {
      // No text is marked on the way.
      if (isGround(event)) event.preventDefault();
    };
    const grab = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch' && isGround(event)) view.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      if (!view.hasPointerCapture(event.pointerId)) return;
      view.scrollLeft -= event.movementX;
      view.scrollTop -= event.movementY;
    };
    view.addEventListener('mousedown', press);
    view.addEventListener('pointerdown', grab);
    view.addEventListener('pointermove', move);
    return () => {
      view.removeEventListener('mousedown', press);
      view.removeEventListener('pointerdown', grab);
      view.removeEventListener('pointermove', move);
    };
  }, [frame]);
}
