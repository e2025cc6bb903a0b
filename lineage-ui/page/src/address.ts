/** Queries of the page's own addresses, kept so that people can read and write them: `?sel=core/orders+2&open=core,marts`. */
export type Search = Record<string, string | undefined>;

const PLAIN: readonly [RegExp, string][] = [
  [/%2F/g, '/'],
  [/%2C/g, ','],
  [/%3A/g, ':'],
  [/%2B/g, '+'],
  [/%40/g, '@'],
];

export function parseAddress(query: string): Search {
  const search: Search = {};
  for (const pair of query.replace(/^\?/, '').split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0) search[decoded(pair.slice(0, equals))] = decoded(pair.slice(equals + 1));
  }
  return search;
}

export function printAddress(search: object): string {
  const pairs = Object.entries(search)
    .filter(([, value]: [string, unknown]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encoded(text: string): string {
  return PLAIN.reduce((result, [code, plain]) => result.replace(code, plain), encodeURIComponent(text));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
