let spare: Worker | undefined;

const started = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'layout' });

/** Starts a worker for whoever asks first: starting one takes longer than laying out ten thousand assets. */
export function prepareWorker(): void {
  spare ??= started();
}

export function takeWorker(): Worker {
  const worker = spare ?? started();
  spare = undefined;
  return worker;
}
