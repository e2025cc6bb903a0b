import { useEffect, useState } from 'react';

/** The time, a second apart, while it matters. */
export function useNow(matters: boolean): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!matters) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [matters]);
  return now;
}
