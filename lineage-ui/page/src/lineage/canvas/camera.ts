/** What part of the world is seen: the point in the middle, and how many pixels a unit takes. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

export const LEAST_ZOOM = 0.02;
export const MOST_ZOOM = 2.5;

export const clampZoom = (zoom: number): number => Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom));

export function toWorld(camera: Camera, view: Size, x: number, y: number): { x: number; y: number } {
  return { x: camera.x + (x - view.width / 2) / camera.zoom, y: camera.y + (y - view.height / 2) / camera.zoom };
}

export function toScreen(camera: Camera, view: Size, x: number, y: number): { x: number; y: number } {
  return { x: (x - camera.x) * camera.zoom + view.width / 2, y: (y - camera.y) * camera.zoom + view.height / 2 };
}

/** Zooms so that what is under the pointer stays under it. */
export function zoomedAt(camera: Camera, view: Size, x: number, y: number, factor: number): Camera {
  const zoom = clampZoom(camera.zoom * factor);
  const under = toWorld(camera, view, x, y);
  return { x: under.x - (x - view.width / 2) / zoom, y: under.y - (y - view.height / 2) / zoom, zoom };
}

export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
}

/** All of it, with a margin, never larger than life. */
export function fitted(rect: Rect, view: Size, margin = 28): Camera {
  const zoom = Math.min((view.width - 2 * margin) / rect.width, (view.height - 2 * margin) / rect.height, 1);
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, zoom: clampZoom(zoom > 0 && Number.isFinite(zoom) ? zoom : 1) };
}

/** The same, above a strip at the bottom that something else takes. */
export function fittedAbove(rect: Rect, view: Size, strip: number): Camera {
  const camera = fitted(rect, { width: view.width, height: Math.max(1, view.height - strip) });
  return { ...camera, y: camera.y + strip / 2 / camera.zoom };
}

/** The camera moved as little as shows the rectangle. */
export function showing(camera: Camera, view: Size, rect: Rect, margin = 40): Camera {
  const half = { width: view.width / 2 / camera.zoom, height: view.height / 2 / camera.zoom };
  const space = margin / camera.zoom;
  return {
    zoom: camera.zoom,
    x: within(camera.x, rect.x + rect.width + space - half.width, rect.x - space + half.width),
    y: within(camera.y, rect.y + rect.height + space - half.height, rect.y - space + half.height),
  };
}

function within(value: number, least: number, most: number): number {
  return least > most ? (least + most) / 2 : Math.min(Math.max(value, least), most);
}
