import type { Answer } from '../api/contract';

/** What the server says of the data of a version; see "Data" in docs/reference/http-api.md. */

export type Sample = Answer<'/asset/sample'>;
export type DataColumn = Sample['columns'][number];
export type Value = Sample['rows'][number][number];
export type Verdict = Sample['checks'][number];
export type DataFile = NonNullable<Sample['files']>[number];

export type Profile = Answer<'/asset/profile'>;
export type ProfiledColumn = Profile['columns'][number];
export type Bin = ProfiledColumn['histogram'][number];

/** Of two tables it has rows; of values and files, what changed by name. */
export type Difference = Answer<'/diff'>;
export type Example = NonNullable<Difference['examples']>[number];
export type Change = Example['values'][string];
