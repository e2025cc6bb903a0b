import { NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { AssetDetail, Version } from '../api/types';
import { ago } from '../status/times';
import { PartitionPicker } from './PartitionPicker';
import { useVersionsOf } from './questions';
import type { DataAddress } from './useDataAddress';

interface Props {
  readonly detail: AssetDetail;
  readonly address: DataAddress;
  /** Of the version that is shown, once that is known. */
  readonly shown: Version | undefined;
  readonly go: (next: DataAddress) => void;
}

/** Chooses a partition, one of its versions, and another to compare it with. */
export function VersionBar({ detail, address, shown, go }: Props) {
  const partitioned = detail.asset.partitions != null;
  const partition = address.p ?? shown?.partition ?? undefined;
  const versions = useVersionsOf(detail.asset.asset, partitioned ? partition : undefined);
  const all = (!partitioned || partition !== undefined ? versions.data?.versions : undefined) ?? [];
  const current = all.find((version) => version.current);
  const chosen = address.v ?? (shown?.number === undefined ? '' : String(shown.number));
  const others = all.filter(({ number }) => String(number) !== chosen);
  return (
    <div className="filters data-bar">
      {partitioned && <PartitionPicker asset={detail.asset.asset} value={partition ?? ''} go={(p) => go({ p })} />}
      <NativeSelect label="Version" value={chosen} disabled={all.length === 0}
        data={all.length === 0 ? [{ value: chosen, label: chosen === '' ? 'none' : `#${chosen}` }] : all.map(choice)}
        onChange={(event) => {
          const v = event.currentTarget.value;
          go({ p: address.p, v: String(current?.number) === v ? undefined : v });
        }} />
      <NativeSelect label="Compare with" value={address.diff ?? ''} disabled={others.length === 0 || shown === undefined}
        data={[{ value: '', label: others.length === 0 ? 'there is no other' : 'nothing' }, ...others.map(choice)]}
        onChange={(event) => go({ p: address.p, v: address.v, diff: event.currentTarget.value || undefined })} />
      {address.diff !== undefined && <KeyField value={address.by ?? ''} go={(by) => go({ ...address, by })} />}
    </div>
  );
}

function choice(version: Version): { value: string; label: string } {
  const state = version.current ? 'current' : version.tainted ? 'tainted' : version.state.toLowerCase();
  return { value: String(version.number), label: `#${version.number} · ${state} · ${ago(version.created_at, Date.now())}` };
}

function KeyField({ value, go }: { readonly value: string; readonly go: (by: string | undefined) => void }) {
  return <TypedField label="Rows told apart by" value={value} placeholder="columns, with commas" go={(typed) => go(typed || undefined)} />;
}

/** A text that counts when Enter is pressed. */
function TypedField({ label, value, placeholder, go }: { readonly label: string; readonly value: string; readonly placeholder: string; readonly go: (typed: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== value) go(typed.trim());
  };
  return (
    <form onSubmit={submit}>
      <TextInput label={label} value={typed} placeholder={placeholder} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={submit} />
    </form>
  );
}
