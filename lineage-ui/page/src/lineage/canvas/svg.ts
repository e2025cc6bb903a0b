import type { Pen } from './pen';

/** Draws as SVG what a canvas would show, as far as the lineage picture needs it. */
export class SvgPen implements Pen {
  fillStyle: string | CanvasGradient | CanvasPattern = '#000';
  strokeStyle: string | CanvasGradient | CanvasPattern = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '12px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'middle';
  private path = '';
  private dash = '';
  private readonly parts: string[] = [];

  setLineDash(lengths: readonly number[]): void {
    this.dash = lengths.length === 0 ? '' : ` stroke-dasharray="${lengths.map(short).join(' ')}"`;
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${short(x)} ${short(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `L${short(x)} ${short(y)}`;
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path += `C${[ax, ay, bx, by, x, y].map(short).join(' ')}`;
  }

  closePath(): void {
    this.path += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  fill(): void {
    if (this.path !== '') this.parts.push(`<path d="${this.path}" fill="${escaped(String(this.fillStyle))}"${this.opacity()}/>`);
  }

  stroke(): void {
    if (this.path === '') return;
    this.parts.push(`<path d="${this.path}" fill="none" ${this.line()}/>`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<rect ${box(x, y, width, height)} fill="${escaped(String(this.fillStyle))}"${this.opacity()}/>`);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<rect ${box(x, y, width, height)} fill="none" ${this.line()}/>`);
  }

  fillText(text: string, x: number, y: number): void {
    const [, weight, size, family] = /^(?:(\d+) )?(\d+(?:\.\d+)?)px (.*)$/.exec(this.font) ?? ['', '', '12', 'sans-serif'];
    const anchor = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' }[this.textAlign];
    this.parts.push(
      `<text x="${short(x)}" y="${short(y)}" font-size="${size}" font-weight="${weight || 400}" font-family="${escaped(family)}"` +
        ` text-anchor="${anchor}" dominant-baseline="central" fill="${escaped(String(this.fillStyle))}"${this.opacity()}>${escaped(text)}</text>`,
    );
  }

  document(width: number, height: number, background: string, title: string): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" height="${short(height)}" role="img">` +
      `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${escaped(background)}"/>${this.parts.join('')}</svg>`
    );
  }

  private line(): string {
    return `stroke="${escaped(String(this.strokeStyle))}" stroke-width="${short(this.lineWidth)}"${this.dash}${this.opacity()}`;
  }

  private opacity(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${short(this.globalAlpha)}"`;
  }
}

const short = (value: number): string => String(Math.round(value * 100) / 100);
const box = (x: number, y: number, width: number, height: number): string =>
  `x="${short(x)}" y="${short(y)}" width="${short(Math.max(0, width))}" height="${short(Math.max(0, height))}"`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  // Control characters have no place in XML, not even as references.
  Array.from(text, (c) => ESCAPES[c] ?? (c < ' ' ? ' ' : c)).join('');
