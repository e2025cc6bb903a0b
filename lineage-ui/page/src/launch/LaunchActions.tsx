import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { post, ServerProblem } from '../api/client';
import { useProject } from '../api/queries';
import type { Plan, PlanRequest } from '../api/types';
import { counted } from './groups';
import { commandOf } from './request';

interface Props {
  readonly request: PlanRequest;
  readonly plan: Plan | undefined;
  readonly pending: boolean;
  readonly failed: boolean;
}

/** Takes the plan elsewhere, or begins it. */
export function LaunchActions({ request, plan, pending, failed }: Props) {
  const navigate = useNavigate();
  const rights = useProject().data?.rights;
  const [refused, setRefused] = useState<Error>();
  const [sending, setSending] = useState(false);
  // Made once for each plan: who presses twice, or again after the connection was lost, has launched once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: A key is of one plan.
  const key = useMemo(() => crypto.randomUUID(), [plan, request]);
  const steps = plan === undefined ? 0 : plan.total_steps - plan.steps.filter(({ action }) => action.does === 'SKIP').length;
  const obstacle = obstacleOf(rights, failed, plan === undefined || pending, steps);
  const launch = async (): Promise<void> => {
    if (plan === undefined) return;
    setSending(true);
    setRefused(undefined);
    try {
      const { run, message } = await post('/launches', request, { 'Idempotency-Key': key, 'Weir-Definitions': plan.definitions });
      if (run === null) setRefused(new Error(message ?? 'There was nothing left to do.'));
      else void navigate({ to: '/runs/$id', params: { id: run }, search: {} });
    } catch (problem) {
      setRefused(problem as Error);
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="launch-actions">
      <Copy what="command" text={commandOf(request, steps)} />
      <Copy what="link" text={location.href} />
      <Button size="sm" loading={sending} aria-disabled={obstacle !== undefined} aria-describedby={obstacle === undefined ? undefined : 'launch-obstacle'}
        className={obstacle === undefined ? '' : 'barred'} onClick={() => {
          if (obstacle === undefined) void launch();
        }}>
        Launch {steps > 0 ? counted(steps, 'step') : ''}
      </Button>
      {obstacle !== undefined && <p id="launch-obstacle" className="quiet obstacle">{obstacle}</p>}
      {refused !== undefined && <p role="alert" className="field-problem obstacle">{sentenceOf(refused)}</p>}
    </div>
  );
}

/** Why it cannot be launched, if so. */
function obstacleOf(rights: readonly string[] | undefined, failed: boolean, pending: boolean, steps: number): string | undefined {
  if (rights !== undefined && !rights.includes('launch')) return 'This browser may only look. Open the link that weir server prints to launch.';
  if (failed) return 'What is wrong with the plan has to be mended first.';
  if (pending) return 'The plan is being made.';
  return steps === 0 ? 'There is nothing to do.' : undefined;
}

const sentenceOf = (refused: Error): string =>
  refused instanceof ServerProblem ? (refused.document.problems?.map(({ message }) => message).join(' ') ?? refused.message) : refused.message;

function Copy({ what, text }: { readonly what: string; readonly text: string }) {
  const [copied, setCopied] = useState<string>();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <button type="button" className="button" title={text} onClick={() => void copy()}>
      {copied === text ? <span role="status">Copied</span> : `Copy ${what}`}
    </button>
  );
}
