import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { question } from '../api/queries';

export interface Verdict {
  check: string;
  passed: boolean;
  severity: string;
  description: string;
  metadata: Readonly<Record<string, unknown>>;
  sample: unknown;
  took_ms: number;
}

/** A check as it is declared, with what it found last; of one that found something wrong, that. */
export interface DeclaredCheck {
  asset: string;
  check: string;
  severity: string;
  description: string;
  version?: string | null;
  verdict?: Verdict | null;
  /** Of how many versions that are current, or were rejected and stand, it found something wrong. */
  failing: number;
}

export interface CheckPage {
  total: number;
  checks: readonly DeclaredCheck[];
}

export interface Judged {
  version: string;
  made_at: string;
  state: string;
  passed: boolean;
  severity: string;
  metadata: Readonly<Record<string, unknown>>;
}

export interface CheckDetail {
  asset: string;
  check: string;
  downstream: number;
  /** The oldest first. */
  history: readonly Judged[];
}

export const PAGE = 50;

export interface Filters {
  q?: string;
  severity?: string;
  found?: string;
  from?: string;
}

export const useChecksPage = ({ from, ...filters }: Filters): UseQueryResult<CheckPage> =>
  useQuery({ ...question<CheckPage>('/checks', { ...filters, offset: Number(from ?? 0), limit: PAGE }), placeholderData: keepPreviousData });

export const useCheck = (asset: string, check: string): UseQueryResult<CheckDetail> =>
  useQuery(question<CheckDetail>('/asset/check', { key: asset, check }));

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
