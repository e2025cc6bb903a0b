import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, ServerProblem } from './client';
import type { Arguments, Asked, Parameters } from './contract';
import type { AssetDetail, Checks, Declarations, GraphColumns, Looking, PartitionMatrix, Partitions, Project, StatusColumns, VersionPage, Why } from './types';

const ASK_AGAIN = 3_000;

const isLooking = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'looking' in answer && answer.looking !== null;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Until everything was looked at once, an answer says that it does not know yet; an event says when it does, if one is heard.
      refetchInterval: ({ state: { data } }) => (isLooking(data) ? ASK_AGAIN : false),
      // What the server refuses it would refuse again.
      retry: (count, problem) => count < 2 && !(problem instanceof ServerProblem && problem.document.status > 0 && problem.document.status < 500),
      retryDelay: 400,
    },
  },
});

/** A question to the server, to be asked by `useQuery`. */
export const question = <P extends Asked>(path: P, ...[parameters]: Arguments<P>) => {
  const given = (parameters ?? {}) as Parameters<P>;
  return { queryKey: [path, given] as readonly unknown[], queryFn: ({ signal }: { signal: AbortSignal }) => ask(path, given, signal) };
};

export const graphQuestion = { ...question('/graph'), staleTime: 60_000, structuralSharing: false as const };
export const statusQuestion = { ...question('/status'), structuralSharing: false as const };

export const useProject = (): UseQueryResult<Project> => useQuery({ ...question('/project'), staleTime: 60_000 });
export const useDeclarations = (): UseQueryResult<Declarations> => useQuery({ ...question('/declarations'), staleTime: 60_000 });
/** How far the first look at everything has come. */
export const useLooking = (): Looking | null | undefined =>
  useQuery({ ...question('/looking'), refetchInterval: ({ state: { data } }) => (isLooking(data) ? 1_000 : false) }).data?.looking;
export const useGraph = (): UseQueryResult<GraphColumns> => useQuery(graphQuestion);
export const useStatus = (): UseQueryResult<StatusColumns> => useQuery(statusQuestion);
export const useAsset = (key: string | undefined): UseQueryResult<AssetDetail> =>
  useQuery({ ...question('/asset', { key: key ?? '' }), enabled: key !== undefined });
export const useVersions = (key: string): UseQueryResult<VersionPage> => useQuery(question('/asset/versions', { key, limit: 12 }));
export const useChecks = (key: string): UseQueryResult<Checks> => useQuery(question('/asset/checks', { key }));
export const usePartitions = (key: string, has: boolean): UseQueryResult<Partitions> =>
  useQuery({ ...question('/asset/partitions', { key }), enabled: has });
export const useMatrix = (selection: string, limit: number): UseQueryResult<PartitionMatrix> =>
  useQuery({ ...question('/partitions', { selection, limit }), structuralSharing: false, placeholderData: keepPreviousData });
/** One partition of an asset, once it is known which. */
export const usePartition = (key: string, partition: string | undefined): UseQueryResult<AssetDetail> =>
  useQuery({ ...question('/asset', { key, partition }), enabled: partition !== undefined });
export const useWhy = (key: string, partition: string | undefined): UseQueryResult<Why> =>
  useQuery({ ...question('/asset/why', { key, partition }), enabled: partition !== undefined });

export const PAGE = 200;

export function assetsQuestion(query: Parameters<'/assets'>) {
  return { ...question('/assets', query), placeholderData: keepPreviousData };
}

export function runsQuestion(query: Parameters<'/runs'>) {
  return { ...question('/runs', query), placeholderData: keepPreviousData };
}

/** Below the key of all runs: what changes these changes it. */
export const runQuestion = (run: string) => ({ ...question('/runs/{id}', { id: run, limit: 0 }), queryKey: ['/runs', run] });
export const timelineQuestion = (run: string) => ({ ...question('/runs/{id}/timeline', { id: run }), structuralSharing: false as const });
export const stepQuestion = (run: string, target: string) => ({ ...question('/runs/{id}/step', { id: run, target }), queryKey: ['/runs', run, target] });
