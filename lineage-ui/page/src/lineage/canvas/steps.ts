import type { Answer } from '../../api/contract';

/** When each asset was made last, and how long that took; -1 of what never was. */
export type MadeColumns = Answer<'/graph/made'>;

interface Step {
  readonly below: number;
  readonly name: string;
  readonly shape: string;
  readonly variable: string;
}

/** A scale of a few steps: each has a word, a shape and a colour, so that none of them has to carry it alone. */
export interface Scale {
  readonly steps: readonly Step[];
  readonly never: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const AGES: Scale = {
  steps: [
    { below: HOUR, name: '< 1 hour', shape: '●', variable: '--step-0' },
    { below: DAY, name: '< 1 day', shape: '◕', variable: '--step-1' },
    { below: 7 * DAY, name: '< 1 week', shape: '◑', variable: '--step-2' },
    { below: Infinity, name: 'older', shape: '◔', variable: '--step-3' },
  ],
  never: 'never',
};

export const DURATIONS: Scale = {
  steps: [
    { below: 1_000, name: '< 1 s', shape: '▁', variable: '--step-0' },
    { below: 10_000, name: '< 10 s', shape: '▃', variable: '--step-1' },
    { below: 60_000, name: '< 1 min', shape: '▅', variable: '--step-2' },
    { below: 600_000, name: '< 10 min', shape: '▆', variable: '--step-3' },
    { below: Infinity, name: 'longer', shape: '█', variable: '--step-4' },
  ],
  never: 'not made',
};

/** The number of the step, and behind the last of them that of what never was. */
export const stepOf = ({ steps }: Scale, value: number): number => (value < 0 ? steps.length : steps.findIndex(({ below }) => value < below));

/** Milliseconds since; what was made a moment ahead of this clock is new. */
export const agesOf = (made: MadeColumns | undefined, now: number): readonly number[] | undefined =>
  made?.made.map((second) => (second < 0 ? -1 : Math.max(0, now - second * 1_000)));
