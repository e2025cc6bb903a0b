import { type Camera, type Size, toScreen } from './camera';

/** The camera of one canvas: moves, tells when it has, and draws once a frame however often it is told to. */
export class Stage {
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  view: Size = { width: 1, height: 1 };
  private readonly drawers = new Set<() => void>();
  private readonly movers = new Set<() => void>();
  private frame: number | undefined;
  private travel: number | undefined;

  onDraw(drawer: () => void): () => void {
    this.drawers.add(drawer);
    return () => this.drawers.delete(drawer);
  }

  onMove(mover: () => void): () => void {
    this.movers.add(mover);
    return () => this.movers.delete(mover);
  }

  invalidate(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      for (const drawer of this.drawers) drawer();
    });
  }

  resize(view: Size): void {
    this.view = view;
    this.invalidate();
  }

  look(camera: Camera): void {
    if (this.travel !== undefined) cancelAnimationFrame(this.travel);
    this.travel = undefined;
    this.set(camera);
  }

  /** Goes there in a moment, or at once where movement is unwelcome. */
  travelTo(to: Camera, milliseconds = 180): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.look(to);
      return;
    }
    const from = this.camera;
    const began = performance.now();
    if (this.travel !== undefined) cancelAnimationFrame(this.travel);
    const step = (): void => {
      const t = Math.min(1, (performance.now() - began) / milliseconds);
      const eased = 1 - (1 - t) ** 3;
      const between = (a: number, b: number): number => a + (b - a) * eased;
      this.set({ x: between(from.x, to.x), y: between(from.y, to.y), zoom: from.zoom * (to.zoom / from.zoom) ** eased });
      this.travel = t < 1 ? requestAnimationFrame(step) : undefined;
    };
    step();
  }

  screen(x: number, y: number): { x: number; y: number } {
    return toScreen(this.camera, this.view, x, y);
  }

  private set(camera: Camera): void {
    this.camera = camera;
    this.invalidate();
    for (const mover of this.movers) mover();
  }
}
