/** What the server says of columns; see `GET /asset/columns` in docs/reference/http-api.md. */

export type How = 'identity' | 'transformation' | 'aggregation';
export type Influence = 'filter' | 'join' | 'group_by' | 'sort';

export interface ColumnName {
  asset: string;
  column: string;
}

export interface AssetColumns {
  tables: readonly {
    asset: string;
    columns: readonly { name: string; type: string; nullable: boolean }[];
    not_followed: string | null;
  }[];
  edges: readonly { from: ColumnName; to: ColumnName; how: How }[];
  decisions: readonly { from: ColumnName; asset: string; how: readonly Influence[] }[];
}
