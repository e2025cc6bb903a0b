import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Answer, Parameters } from '../api/contract';
import { question } from '../api/queries';
import type { Verdict } from '../api/types';

export type CheckPage = Answer<'/checks'>;
/** A check as it is declared, with what it found last; of one that found something wrong, that. */
export type DeclaredCheck = CheckPage['checks'][number];
export type CheckDetail = Answer<'/asset/check'>;
/** What it found of one version. */
export type Judged = CheckDetail['history'][number];

export const PAGE = 50;

type Words = Parameters<'/checks'>;

export interface Filters {
  q?: string;
  severity?: Words['severity'];
  found?: Words['found'];
  from?: string;
}

export const useChecksPage = ({ from, ...words }: Filters): UseQueryResult<CheckPage> =>
  useQuery({ ...question('/checks', { ...words, offset: Number(from ?? 0), limit: PAGE }), placeholderData: keepPreviousData });

export const useCheck = (asset: string, check: string): UseQueryResult<CheckDetail> =>
  useQuery(question('/asset/check', { key: asset, check }));

/** What was found, in words: `nulls 3 · rows 894`. */
export function foundOf(metadata: Verdict['metadata']): string {
  return Object.entries(metadata).map(([name, value]) => `${name.replaceAll('_', ' ')} ${said(value)}`).join(' · ');
}

function said(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en', { maximumFractionDigits: 4 });
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export interface SampleTable {
  columns: string[];
  rows: string[][];
}

/** The rows that show what is wrong as a table, whichever columns each of them has. */
export function tableOf(sample: unknown): SampleTable {
  const rows = (Array.isArray(sample) ? sample : []).filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { columns, rows: rows.map((row) => columns.map((column) => (row[column] == null ? '' : String(row[column])))) };
}

export interface Look {
  word: string;
  status: 'failed' | 'stale' | 'fresh' | 'missing';
  shape: string;
}

/** How a check stands: its word, and the look of a status that fits. */
export function lookOf({ verdict }: Pick<DeclaredCheck, 'verdict'>): Look {
  if (verdict == null) return { word: 'not asked yet', status: 'missing', shape: '◌' };
  if (verdict.passed) return { word: 'passed', status: 'fresh', shape: '●' };
  return verdict.severity === 'ERROR' ? { word: 'failed', status: 'failed', shape: '✕' } : { word: 'warns', status: 'stale', shape: '▲' };
}
