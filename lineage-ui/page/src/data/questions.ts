import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { numbered } from '../api/contract';
import { question } from '../api/queries';
import type { VersionPage } from '../api/types';
import type { Difference, Profile, Sample } from './types';
import type { DataAddress } from './useDataAddress';

/** So many rows are looked at: enough to see what is there; whoever wants all has `weir sql`. */
export const ROWS = 500;
const VERSIONS = 100;

// What a version holds does not change, but which one is current does.
const kept = (address: DataAddress) => ({ staleTime: address.v === undefined ? 5_000 : 600_000 });

export const useSample = (key: string, { p, v, rows }: DataAddress): UseQueryResult<Sample> =>
  useQuery({
    ...question('/asset/sample', { key, partition: p, version: numbered(v), limit: ROWS, quarantined: rows === 'aside' ? 'true' : undefined }),
    ...kept({ v }),
  });

export const useProfile = (key: string, { p, v }: DataAddress): UseQueryResult<Profile> =>
  useQuery({ ...question('/asset/profile', { key, partition: p, version: numbered(v) }), ...kept({ v }) });

export const useDifference = (key: string, { p, v, diff, by }: DataAddress): UseQueryResult<Difference> =>
  useQuery({ ...question('/diff', { key, partition: p, from: numbered(diff), to: numbered(v), by }), ...kept({ v }) });

/** All versions of the partition that is looked at, the newest first. */
export const useVersionsOf = (key: string, partition: string | undefined): UseQueryResult<VersionPage> =>
  useQuery(question('/asset/versions', { key, partition, limit: VERSIONS }));
