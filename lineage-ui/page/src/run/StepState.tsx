const LOOKS: Readonly<Record<string, readonly [string, string]>> = {
  SUCCEEDED: ['fresh', '●'],
  REJECTED: ['rejected', '■'],
  FAILED: ['failed', '✕'],
  SKIPPED: ['skipped', '–'],
};

/** How a step ended as shape, colour and word. */
export function StepState({ state }: { readonly state: string }) {
  const [look, shape] = LOOKS[state] ?? ['running', '◐'];
  return <span className={`status status-${look}`}><span aria-hidden="true" className="status-shape">{shape}</span>{state.toLowerCase()}</span>;
}
