import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, type Query, ServerProblem } from './client';
import type { AssetDetail, AssetPage, Checks, GraphColumns, PartitionMatrix, Partitions, Project, RunDetail, RunPage, StatusColumns, StepDetail, TimelineColumns, VersionPage, Why } from './types';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refuses it would refuse again.
      retry: (count, problem) => count < 2 && !(problem instanceof ServerProblem && problem.document.status > 0 && problem.document.status < 500),
      retryDelay: 400,
    },
  },
});

export const question = <T>(path: string, query: Query = {}) => ({
  queryKey: [path, query],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask<T>(path, query, signal),
});

export const graphQuestion = { ...question<GraphColumns>('/graph'), staleTime: 60_000, structuralSharing: false as const };
export const statusQuestion = { ...question<StatusColumns>('/status'), structuralSharing: false as const };

export const useProject = (): UseQueryResult<Project> => useQuery({ ...question<Project>('/project'), staleTime: 60_000 });
export const useGraph = (): UseQueryResult<GraphColumns> => useQuery(graphQuestion);
export const useStatus = (): UseQueryResult<StatusColumns> => useQuery(statusQuestion);
export const useAsset = (key: string | undefined): UseQueryResult<AssetDetail> =>
  useQuery({ ...question<AssetDetail>('/asset', { key }), enabled: key !== undefined });
export const useVersions = (key: string): UseQueryResult<VersionPage> =>
  useQuery(question<VersionPage>('/asset/versions', { key, limit: 12 }));
export const useChecks = (key: string): UseQueryResult<Checks> => useQuery(question<Checks>('/asset/checks', { key }));
export const usePartitions = (key: string, has: boolean): UseQueryResult<Partitions> =>
  useQuery({ ...question<Partitions>('/asset/partitions', { key }), enabled: has });
export const useMatrix = (selection: string, limit: number): UseQueryResult<PartitionMatrix> =>
  useQuery({ ...question<PartitionMatrix>('/partitions', { selection, limit }), structuralSharing: false, placeholderData: keepPreviousData });
/** One partition of an asset, once it is known which. */
export const usePartition = (key: string, partition: string | undefined): UseQueryResult<AssetDetail> =>
  useQuery({ ...question<AssetDetail>('/asset', { key, partition }), enabled: partition !== undefined });
export const useWhy = (key: string, partition: string | undefined): UseQueryResult<Why> =>
  useQuery({ ...question<Why>('/asset/why', { key, partition }), enabled: partition !== undefined });

export const PAGE = 200;

export function assetsQuestion(query: Query) {
  return { ...question<AssetPage>('/assets', query), placeholderData: keepPreviousData };
}

export function runsQuestion(query: Query) {
  return { ...question<RunPage>('/runs', query), placeholderData: keepPreviousData };
}

/** Below the key of all runs: what changes these changes it. */
export const runQuestion = (run: string) => ({ ...question<RunDetail>(`/runs/${run}`, { limit: 0 }), queryKey: ['/runs', run] });
export const timelineQuestion = (run: string) => ({ ...question<TimelineColumns>(`/runs/${run}/timeline`), structuralSharing: false as const });
export const stepQuestion = (run: string, target: string) => ({ ...question<StepDetail>(`/runs/${run}/step`, { target }), queryKey: ['/runs', run, target] });
