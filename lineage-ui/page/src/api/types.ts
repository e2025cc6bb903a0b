import type { Answer, Body, Schemas } from './contract';

/** What the server sends and takes, by the names the page has for it; all of it is what the OpenAPI document says. */

export type Project = Answer<'/project'>;
/** Whether what is served is what the sources say. */
export type Declarations = Answer<'/declarations'>;
export type WrongSource = Declarations['problems'][number];
export type SourceLine = WrongSource['excerpt'][number];
export type GraphColumns = Answer<'/graph'>;
export type StatusColumns = Answer<'/status'>;

/** How far the first look at everything has come. */
export type Looking = Schemas['Looking'];

export type AssetPage = Answer<'/assets'>;
export type AssetItem = AssetPage['items'][number];
export type Facets = AssetPage['facets'];
export type FacetName = keyof Facets;
export type Partitioning = Schemas['Partitions'];

export type AssetDetail = Answer<'/asset'>;
export type AssetFacts = Schemas['Asset'];
export type Column = Schemas['Column'];
export type Verdict = Schemas['Verdict'];
export type VersionPage = Answer<'/asset/versions'>;
/** As it stands in a list of versions. */
export type Version = Schemas['VersionSummary'] & { readonly current?: boolean };
export type Checks = Answer<'/asset/checks'>;
export type Check = Checks['checks'][number];
export type Why = Answer<'/asset/why'>;

/** Partitions as ranges and counts by state: published, missing, rejected, tainted, skipped. */
export type Partitions = Answer<'/asset/partitions'>;
export type PartitionMatrix = Answer<'/partitions'>;
/** What places of partitions are of: windows of a calendar counted from 1970, keys of a list, or one whole. */
export type PartitionLine = PartitionMatrix['lines'][number];
/** Of one asset: entry i is about `count[i]` partitions from the place `first[i]` on that stand alike. */
export type PartitionRow = PartitionMatrix['assets'][number];

export type Run = Schemas['Run'];
export type RunPage = Answer<'/runs'>;
export type RunDetail = Answer<'/runs/{id}'>;
/** The steps of a run as columns; times are milliseconds since it started. */
export type TimelineColumns = Answer<'/runs/{id}/timeline'>;
export type StepDetail = Answer<'/runs/{id}/step'>;
export type LogPage = Answer<'/runs/{id}/log'>;
export type LogLine = LogPage['lines'][number];

export type PlanRequest = Body<'/plan'>;
export type Plan = Answer<'/plan', 'post'>;
export type PlannedStep = Plan['steps'][number];
export type Launched = Answer<'/launches', 'post'>;

export type ProblemItem = Schemas['Problem'];
/** application/problem+json; where no server answers, or another, some of it. */
export type ProblemDocument = Partial<Schemas['ProblemDocument']> & Pick<Schemas['ProblemDocument'], 'title' | 'status'>;
