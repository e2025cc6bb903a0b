import type { Answer } from '../api/contract';

/** What the server says of columns; see `GET /asset/columns` in docs/reference/http-api.md. */

export type AssetColumns = Answer<'/asset/columns'>;
export type ColumnName = AssetColumns['edges'][number]['from'];
export type How = AssetColumns['edges'][number]['how'];
export type Influence = AssetColumns['decisions'][number]['how'][number];
