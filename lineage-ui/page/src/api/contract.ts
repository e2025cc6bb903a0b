import type { components, paths } from './generated';

/** What the server's OpenAPI document says of a call: the page calls nothing else, with nothing else, and reads nothing else. */

const ROOT = '/api/v1';

export type Schemas = components['schemas'];

type Below<P> = P extends `${typeof ROOT}${infer Rest}` ? Rest : never;
type With<V extends string> = { [P in keyof paths]: paths[P] extends Record<V, { responses: unknown }> ? Below<P> : never }[keyof paths];
type Operation<P extends string, V extends string> = `${typeof ROOT}${P}` extends infer Whole extends keyof paths
  ? paths[Whole] extends Record<V, infer O> ? O : never
  : never;

export type Asked = With<'get'>;
export type Posted = With<'post'>;
export type Removed = With<'delete'>;

type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : never;
type Success<R> = { [S in keyof R]: S extends 200 | 202 ? Json<R[S]> : never }[keyof R];

/** What comes back when all is well. */
export type Answer<P extends string, V extends string = 'get'> = Operation<P, V> extends { responses: infer R } ? Success<R> : never;

/** What is sent along. */
export type Body<P extends Posted> = Operation<P, 'post'> extends { requestBody: { content: { 'application/json': infer B } } } ? B : never;

type Empty = Record<never, never>;
// Lists are written with commas.
type Written<T> = T extends readonly unknown[] ? string : T;
type Sent<T> = { [K in keyof T]: Empty extends Pick<T, K> ? Written<Exclude<T[K], undefined>> | undefined : Written<T[K]> };
type Part<O, In extends string> = O extends { parameters: { [I in In]?: infer T } } ? (Exclude<T, undefined> extends never ? unknown : Sent<Exclude<T, undefined>>) : unknown;

/** What its headers may say. */
export type Headers<P extends Posted> = Operation<P, 'post'> extends { parameters: { header?: infer H } } ? (Exclude<H, undefined> extends never ? Empty : Exclude<H, undefined>) : Empty;

/** The parameters of the path and of the query. */
export type Parameters<P extends string, V extends string = 'get'> = object & Part<Operation<P, V>, 'path'> & Part<Operation<P, V>, 'query'>;

/** Such arguments, which may be left out where nothing is required. */
export type Arguments<P extends string, V extends string = 'get'> = Empty extends Parameters<P, V> ? [parameters?: Parameters<P, V>] : [parameters: Parameters<P, V>];

/** Where a call goes. Keys of assets hold slashes, and so go into the query, never into the path. */
export function addressOf(path: string, parameters: object): string {
  const search = new URLSearchParams();
  let whole = path;
  for (const [name, value] of Object.entries(parameters)) {
    if (whole.includes(`{${name}}`)) whole = whole.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return `${ROOT}${whole}${search.size > 0 ? `?${search}` : ''}`;
}

/** A word or a number that somebody may have typed into the address bar: the server says if it is none of its own. */
export const typed = <T extends string>(word: string | undefined): T | undefined => word as T | undefined;
export const numbered = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
