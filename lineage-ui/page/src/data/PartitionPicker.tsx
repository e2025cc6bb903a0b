import { type FormEvent, type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { TextInput } from '@mantine/core';
import { useMatrix } from '../api/queries';
import { Cells } from '../partitions/model/cells';
import { lineOf } from '../partitions/model/line';
import { besideOf, matching } from './existing';

const OFFERED = 200;

interface Props {
  readonly asset: string;
  readonly value: string;
  readonly go: (partition: string | undefined) => void;
}

/** Chooses a partition of those that are there: from a list that what is typed narrows, or the one before or behind. */
export function PartitionPicker({ asset, value, go }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const list = useId();
  const there = useThere(asset);
  const shown = useMemo(() => (there === undefined ? [] : matching(there.line, there.cells, typed === value ? '' : typed, OFFERED)), [there, typed, value]);
  const walk = (by: 1 | -1): string | undefined => (there === undefined || value === '' ? undefined : besideOf(there.line, there.cells, value, by));
  const before = walk(-1);
  const behind = walk(1);
  const take = (partition: string): void => {
    if (partition.trim() !== value) go(partition.trim() || undefined);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take(typed);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setTyped(value);
  };
  return (
    <form onSubmit={submit} className="partition-picker">
      <button type="button" className="button small" disabled={before === undefined} aria-label={before === undefined ? 'No partition before' : `Partition ${before}, the one before`} title={before} onClick={() => before !== undefined && go(before)}>‹</button>
      <TextInput label="Partition" list={list} value={typed} placeholder="the one made last" autoComplete="off"
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          // What is picked from the list needs no Enter.
          if (shown.some(({ key }) => key === next)) take(next);
        }} onBlur={submit} onKeyDown={pressed} onFocus={(event) => event.currentTarget.select()} />
      <datalist id={list}>{shown.map(({ key, status }) => <option key={key} value={key} label={status} />)}</datalist>
      <button type="button" className="button small" disabled={behind === undefined} aria-label={behind === undefined ? 'No partition behind' : `Partition ${behind}, the next`} title={behind} onClick={() => behind !== undefined && go(behind)}>›</button>
    </form>
  );
}

function useThere(asset: string) {
  const { data } = useMatrix(asset, 1);
  return useMemo(() => {
    const row = data?.assets[0];
    return data === undefined || row === undefined ? undefined : { line: lineOf(data.lines[row.line]), cells: new Cells(row, data.statuses) };
  }, [data]);
}
