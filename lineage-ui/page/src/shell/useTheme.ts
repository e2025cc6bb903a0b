import { useSyncExternalStore } from 'react';

const ATTRIBUTE = 'data-mantine-color-scheme';

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: [ATTRIBUTE] });
  return () => observer.disconnect();
}

/** The theme that the variables of the page are of at this moment: `light` or `dark`. */
export function useTheme(): string {
  return useSyncExternalStore(watch, () => document.documentElement.getAttribute(ATTRIBUTE) ?? 'light');
}
