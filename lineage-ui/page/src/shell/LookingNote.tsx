import './looking.css';
import { useEffect, useState } from 'react';
import type { Looking } from '../api/types';
import { lasting } from '../status/times';

/** Over the foot of every page, until everything was looked at once: how far that has come. What changes often is not read out. */
export function LookingNote({ looking }: { readonly looking: Looking | null }) {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const timer = looking === null ? setTimeout(() => setGone(true), STAYS) : undefined;
    if (looking !== null) setGone(false);
    return () => clearTimeout(timer);
  }, [looking]);
  if (gone) return null;
  return (
    <aside className="looking" aria-label="Looking at what is there">
      <p className="unseen" role="status">
        {looking === null ? 'Everything was looked at: it is known how assets stand.' : 'Looking at what is there: it is not known yet how assets stand.'}
      </p>
      {looking === null ? <p aria-hidden="true"><span className="status-fresh">●</span> Everything was looked at.</p> : <HowFar looking={looking} />}
    </aside>
  );
}

/** So long it says that it is over. */
const STAYS = 4_000;

function HowFar({ looking }: { readonly looking: Looking }) {
  const { done, of, what } = partOf(looking);
  return (
    <>
      <p><span aria-hidden="true" className="status-unknown">?</span> Looking at what is there …</p>
      <progress max={1} value={shareOf(looking)} aria-label="How much of everything was looked at" />
      <p className="quiet number">
        {done.toLocaleString('en')} of {of.toLocaleString('en')} {what}{looking.left_ms !== null && ` · about ${lasting(looking.left_ms)} to go`}
      </p>
    </>
  );
}

/** What it is at: what was recorded is read before assets are decided. */
export function partOf(looking: Looking): { done: number; of: number; what: string } {
  return looking.assets_done === 0 && looking.results_of > 0
    ? { done: looking.results_done, of: looking.results_of, what: 'results read' }
    : { done: looking.assets_done, of: looking.assets_of, what: 'assets' };
}

function shareOf({ results_done, results_of, assets_done, assets_of }: Looking): number {
  const results = results_of === 0 ? 0 : results_done / results_of;
  const assets = assets_of === 0 ? 0 : assets_done / assets_of;
  return results_of === 0 ? assets : results * 0.65 + assets * 0.3;
}
