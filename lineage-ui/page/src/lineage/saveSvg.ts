import { fitted } from './canvas/camera';
import { NOWHERE } from './canvas/hit';
import { type Picture, paint } from './canvas/paint';
import { inksOf } from './canvas/pen';
import { SvgPen } from './canvas/svg';

const MOST = 6000;

/** Hands the whole picture to the reader as an SVG file, as large as it takes to read it. */
export function saveSvg(picture: Picture, theme: string): void {
  const { right, bottom } = picture.scene;
  const scale = Math.min(1, MOST / Math.max(right, bottom));
  const size = { width: right * scale + 40, height: bottom * scale + 40 };
  const inks = inksOf(document.documentElement);
  const pen = new SvgPen();
  paint(pen, { ...picture, pointed: NOWHERE, expanders: 'left out' }, fitted({ x: 0, y: 0, width: right, height: bottom }, size, 20), size, inks);
  const file = new Blob([pen.document(size.width, size.height, inks.of('--ground'), 'Lineage')], { type: 'image/svg+xml' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `lineage-${theme}.svg`;
  link.click();
  URL.revokeObjectURL(link.href);
}
