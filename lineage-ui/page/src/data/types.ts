import type { Version } from '../api/types';

/** What the server says of the data of a version; see "Data" in docs/reference/http-api.md. */

export type Value = string | number | boolean | null;

export interface DataColumn {
  name: string;
  type: string;
  nullable: boolean;
  sensitive: boolean;
}

export interface Verdict {
  check: string;
  passed: boolean;
  severity: string;
  description: string;
  metadata: Readonly<Record<string, unknown>>;
  sample: readonly Readonly<Record<string, string>>[];
}

export interface DataFile {
  name: string;
  bytes: number;
  media_type: string;
}

export interface Sample {
  version: Version;
  content: 'table' | 'json' | 'file' | 'folder' | 'nothing';
  columns: readonly DataColumn[];
  rows: readonly (readonly Value[])[];
  offset?: number;
  total?: number | null;
  more?: boolean;
  value?: string;
  files?: readonly DataFile[];
  checks: readonly Verdict[];
}

export interface Bin {
  from: Value;
  to: Value;
  count: number;
}

export interface ProfiledColumn extends DataColumn {
  nulls: number;
  distinct: number;
  distinct_is_estimated: boolean;
  min: Value;
  max: Value;
  histogram: readonly Bin[];
  top: readonly { value: Value; count: number }[];
}

export interface Profile {
  version: Version;
  rows: number | null;
  columns: readonly ProfiledColumn[];
}

export interface Change {
  before: Value;
  after: Value;
}

export interface Example {
  row: 'ADDED' | 'REMOVED' | 'CHANGED';
  key: Readonly<Record<string, Value>>;
  values: Readonly<Record<string, Change>>;
}

interface NamedType {
  name: string;
  type: string;
  nullable: boolean;
}

/** Of two tables it has rows; of values and files, what changed by name. */
export interface Difference {
  before: Version;
  after: Version;
  same: boolean;
  columns?: {
    added: readonly NamedType[];
    removed: readonly NamedType[];
    changed: readonly { before: NamedType; after: NamedType }[];
  };
  rows_before?: number;
  rows_after?: number;
  key?: readonly string[];
  added?: number;
  removed?: number;
  changed?: number | null;
  unchanged?: number;
  changed_columns?: Readonly<Record<string, number>>;
  examples?: readonly Example[];
  notes?: readonly string[];
  changes?: readonly { name: string; before: string; after: string; removed: readonly string[] | null; added: readonly string[] | null }[];
}
