/** What is drawn with: a canvas, or the same as SVG. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'globalAlpha' | 'font' | 'textAlign' | 'textBaseline'
  | 'beginPath' | 'moveTo' | 'lineTo' | 'bezierCurveTo' | 'closePath' | 'rect' | 'fill' | 'stroke' | 'fillRect' | 'strokeRect' | 'fillText' | 'setLineDash'
>;

/** How wide a letter is, in parts of its size; measuring each label would cost more than drawing it. */
export interface Letters {
  readonly plain: number;
  readonly bold: number;
}

const LETTERS: Letters = { plain: 0.56, bold: 0.62 };

/** Colours by their CSS variable, read once for each theme. */
export class Inks {
  private readonly known = new Map<string, string>();

  constructor(private readonly read: (variable: string) => string, readonly letters: Letters = LETTERS) {}

  of(variable: string): string {
    let ink = this.known.get(variable);
    if (ink === undefined) {
      ink = this.read(variable).trim() || '#888888';
      this.known.set(variable, ink);
    }
    return ink;
  }
}

export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  return new Inks((variable) => style.getPropertyValue(variable), measuredLetters());
}

const USUAL = 'customer_orders_2024_payments_raw_daily';

let measured: Letters | undefined;

/** The mean of the letters that names are made of, in the font of this machine. The first to ask waits for the font. */
export function measuredLetters(): Letters {
  measured ??= lettersOf();
  return measured;
}

function lettersOf(): Letters {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return LETTERS;
  const mean = (weight: number): number => {
    context.font = `${weight} 100px system-ui, sans-serif`;
    return (context.measureText(USUAL).width / USUAL.length / 100) * 1.02;
  };
  return { plain: mean(400), bold: mean(600) };
}

/** As much of a text as fits, its end kept, for names differ at the end. */
export function fitting(text: string, width: number, letter: number): string {
  const letters = Math.floor(width / letter);
  if (text.length <= letters) return text;
  if (letters < 3) return '';
  const head = Math.ceil((letters - 1) * 0.4);
  return `${text.slice(0, head)}…${text.slice(text.length - (letters - 1 - head))}`;
}
