import { addressOf, type Answer, type Asked, type Body, type Headers, type Parameters, type Posted, type Removed } from './contract';
import type { ProblemDocument } from './types';

/** What the server answered instead of what it was asked for, in the words the command line would use. */
export class ServerProblem extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.detail ?? document.title);
  }
}

/** Asks for a resource, with what its path and its query take. */
export async function ask<P extends Asked>(path: P, parameters: Parameters<P>, signal?: AbortSignal): Promise<Answer<P>> {
  const address = addressOf(path, parameters);
  const early = begun.get(address);
  begun.delete(address);
  if (early !== undefined) return answerOf(await early);
  return answerOf(await send(address, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) }));
}

const begun = new Map<string, Promise<Response>>();

/** Asks ahead of time: the first to ask for the same gets that answer. */
export function begin<P extends Asked>(path: P, parameters: Parameters<P>): Promise<Response> {
  const address = addressOf(path, parameters);
  const answer = send(address, { headers: { accept: 'application/json' } });
  // Whoever asks is told; nobody may ask.
  answer.catch(() => undefined);
  begun.set(address, answer);
  return answer;
}

/** Tells the server something, or asks with more than an address holds. */
export async function post<P extends Posted>(path: P, body: Body<P>, headers?: Headers<P>, signal?: AbortSignal): Promise<Answer<P, 'post'>> {
  const said = { accept: 'application/json', 'content-type': 'application/json', ...(headers as Record<string, string> | undefined) };
  return answerOf(await send(addressOf(path, {}), { method: 'POST', headers: said, body: JSON.stringify(body), ...(signal ? { signal } : {}) }));
}

/** Asks the server to end something. */
export async function remove<P extends Removed>(path: P, parameters: Parameters<P, 'delete'>): Promise<void> {
  const response = await send(addressOf(path, parameters), { method: 'DELETE', headers: { accept: 'application/json' } });
  if (!response.ok) throw new ServerProblem(await problemOf(response));
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ServerProblem({
      title: 'The server does not answer',
      status: 0,
      detail: 'The server does not answer: it was stopped, or the connection to it is gone. Start it with: weir server',
    });
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw new ServerProblem(await problemOf(response));
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return (await response.json()) as ProblemDocument;
  }
  if (response.status === 401) {
    return {
      title: 'Not logged in',
      status: 401,
      detail: 'This browser is not logged in. Open the link that weir server printed when it was started.',
    };
  }
  return { title: `The server answered ${response.status}`, status: response.status };
}

/** Turns the token of a link that the server printed into a session, and takes it out of the address. */
export async function loggedIn(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  history.replaceState(null, '', location.pathname + location.search);
  // Where it is refused, the first question is refused too, and that says what to do.
  await fetch(addressOf('/login', {}), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token } satisfies Body<'/login'>),
  }).catch(() => undefined);
}
