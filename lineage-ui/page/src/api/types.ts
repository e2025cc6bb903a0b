/** What the server sends, by hand until a client is generated of its OpenAPI document. */

export interface Project {
  project: string;
  environment: string;
  weir: string;
  rights: readonly string[];
  started_at: string;
}

/** The whole graph as columns: entry i of each list is about the asset i, in topological order. */
export interface GraphColumns {
  definitions: string;
  keys: readonly string[];
  groups: readonly string[];
  group: readonly number[];
  owners: readonly string[];
  owner: readonly number[];
  kinds: readonly string[];
  kind: readonly number[];
  partitioned: readonly string[];
  checks: readonly number[];
  edges: { from: readonly number[]; to: readonly number[] };
}

export interface StatusColumns {
  watermark: number;
  at: string;
  statuses: readonly string[];
  of: readonly number[];
}

export interface CurrentVersion {
  version: string;
  published_at: string;
  rows?: number | null;
  bytes?: number | null;
}

/** How an asset is divided: by time, or by a list of keys. */
export interface Partitioning {
  cadence?: string;
  start?: string;
  keys?: readonly string[];
}

export interface AssetItem {
  key: string;
  group?: string | null;
  description?: string | null;
  owners: readonly string[];
  tags: readonly string[];
  kinds: readonly string[];
  partitions?: Partitioning | string | null;
  status: string;
  reason?: string | null;
  current?: CurrentVersion | null;
}

export type Facets = Partial<Record<FacetName, Record<string, number>>>;
export type FacetName = 'group' | 'owner' | 'tag' | 'kind' | 'status';

export interface AssetPage {
  total: number;
  facets: Facets;
  items: readonly AssetItem[];
}

export interface Column {
  name: string;
  type: string;
  nullable?: boolean;
}

/** What is declared of an asset, as `weir show --json` says it. */
export interface AssetFacts {
  asset: string;
  description?: string | null;
  group?: string | null;
  owners: readonly string[];
  tags: readonly string[];
  kinds: readonly string[];
  type?: string | null;
  external?: boolean;
  partitions?: Partitioning | null;
  /** Direct ones. */
  upstream?: readonly string[];
  downstream?: readonly string[];
}

export interface Version {
  version: string;
  id?: string;
  asset?: string;
  partition?: string | null;
  number?: number;
  state: string;
  tainted?: string | null;
  current?: boolean;
  created_at: string;
  run?: string | null;
  revision?: { commit: string } | null;
  rows?: number | null;
  bytes?: number | null;
}

export interface ShownVersion extends Version {
  columns?: readonly Column[];
}

export interface AssetDetail {
  asset: AssetFacts;
  version?: ShownVersion | null;
  /** The newest that failed its checks, if it still stands. */
  rejected?: Version | null;
  status: string;
  reason?: string | null;
  source?: { class: string; method: string; query?: string | null } | null;
}

export interface VersionPage {
  total?: number;
  versions: readonly Version[];
}

export interface Check {
  asset: string;
  check: string;
  severity: string;
  description?: string | null;
  /** What it said of the current version, if it was asked. */
  version?: string | null;
  verdict?: { passed: boolean } | null;
}

export interface Checks {
  checks: readonly Check[];
}

export interface PartitionRange {
  first: string;
  last: string;
  count: number;
}

/** Partitions as ranges and counts by state: published, missing, rejected, tainted, skipped. */
export interface Partitions {
  asset: string;
  states: Readonly<Record<string, { count: number; ranges: readonly PartitionRange[] }>>;
}

export interface Run {
  run: string;
  status: string;
  environment?: string;
  request?: string | null;
  planned_steps: number;
  steps?: StepCounts;
  /** How it was started: command, page or http. */
  trigger?: string;
  created_at: string;
  started_at?: string | null;
  finished_at?: string | null;
  problem?: string | null;
}

/** How the steps of a run have ended so far. */
export interface StepCounts {
  planned: number;
  done: number;
  succeeded?: number;
  rejected?: number;
  failed: number;
  skipped?: number;
}

export interface RunDetail {
  run: Run;
  ended: number;
  at_work: readonly string[];
}

/** The steps of a run as columns; times are milliseconds since it started. */
export interface TimelineColumns {
  run: string;
  started_at: string;
  ended: number;
  assets: readonly string[];
  groups: readonly string[];
  asset: readonly number[];
  partition: readonly string[];
  state: readonly string[];
  attempt: readonly number[];
  ready_ms: readonly number[];
  begun_ms: readonly number[];
  start_ms: readonly number[];
  end_ms: readonly number[];
  after: readonly number[];
  open_asset: readonly number[];
  open_partition: readonly string[];
}

export interface Verdict {
  check: string;
  passed: boolean;
  severity: string;
  description: string;
  metadata: Readonly<Record<string, unknown>>;
  sample?: unknown;
}

export interface StepDetail {
  run: string;
  step: {
    target: string;
    asset: string;
    state: string;
    attempt: number;
    started_at: string | null;
    took_ms: number | null;
    reason: string;
    detail: string | null;
    failed_before: readonly { attempt: number; started_at: string; took_ms: number; problem: string }[];
  } | null;
  version: (Version & { checks: readonly Verdict[] }) | null;
}

export interface LogLine {
  /** Where it begins in the file; stays the same. */
  byte: number;
  at: string;
  level: string;
  target: string | null;
  attempt: number;
  logger: string | null;
  text: string;
  cut_bytes: number;
}

export interface LogPage {
  run: string;
  from: number;
  next: number;
  size: number;
  lines: readonly LogLine[];
}

export interface RunPage {
  runs: readonly Run[];
  more?: boolean;
}

export interface ProblemItem {
  code: string;
  message: string;
  remedy?: string | null;
  /** What was read when it went wrong, and where in it. */
  text?: string;
  position?: number;
}

/** application/problem+json. */
export interface ProblemDocument {
  type?: string;
  title: string;
  status: number;
  code?: string;
  detail?: string;
  problems?: readonly ProblemItem[];
}

/** What places of partitions are of: windows of a calendar counted from 1970, keys of a list, or one whole. */
export interface PartitionLine {
  cadence?: string;
  zone?: string;
  keys?: readonly string[];
  offsets?: { from: readonly number[]; seconds: readonly number[] };
}

/** Of one asset: entry i is about `count[i]` partitions from the place `first[i]` on that stand alike. */
export interface PartitionRow {
  key: string;
  line: number;
  first: readonly number[];
  count: readonly number[];
  status: readonly number[];
}

export interface PartitionMatrix {
  watermark: number;
  at: string;
  statuses: readonly string[];
  total: number;
  lines: readonly PartitionLine[];
  assets: readonly PartitionRow[];
}

/** As `weir why --json`. */
export interface Why {
  target?: string;
  standing?: string;
  current?: string | null;
  chain?: readonly { kind: string; target?: string; version?: string; because?: string; reason?: string | null; action?: { does: string; reason: string; because: string } }[];
}

export interface PlanRequest {
  selection?: string;
  partitions?: readonly string[];
  only?: boolean;
  force?: boolean;
}

export interface PlannedStep {
  target: string;
  asset: string;
  action: { does: 'COMPUTE' | 'COMPUTE_UNLESS_INPUTS_EQUAL' | 'CHECK' | 'SKIP'; reason: string; because: string };
  runs_if?: string | null;
  estimate_ms?: number | null;
}

/** As `weir plan --json`, with the first 10,000 steps. */
export interface Plan {
  environment: string;
  steps: readonly PlannedStep[];
  total_steps: number;
  reused: Readonly<Record<string, number>>;
  notes: readonly string[];
  estimate?: { duration_ms?: number | null; bytes?: number | null; steps_without_history?: number } | null;
}

export interface Launched {
  run: string | null;
  planned_steps: number;
  /** What there is to say where nothing was launched. */
  message?: string | null;
}
