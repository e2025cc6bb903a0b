import type { Colouring } from './canvas/colouring';

/** A category's colour, for what is written and not drawn. */
export const variablesFor = (colouring: Colouring, category: number): { color: string } => ({
  color: `var(${colouring.variables[category]})`,
});
