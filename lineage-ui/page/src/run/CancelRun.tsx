import { useState } from 'react';
import { remove } from '../api/client';
import { useProject } from '../api/queries';

type Step = 'idle' | 'asking' | 'sent';

/** Ends a run as Ctrl-C does, for who may launch; asks first. */
export function CancelRun({ run, queued }: { readonly run: string; readonly queued: boolean }) {
  const rights = useProject().data?.rights;
  const [step, setStep] = useState<Step>('idle');
  const [problem, setProblem] = useState('');
  if (rights === undefined) return null;
  if (!rights.includes('launch')) return <button type="button" className="button small" disabled title="The link you came by allows to look only">Cancel</button>;
  const cancel = (): void => {
    setStep('sent');
    setProblem('');
    remove('/launches/{run}', { run }).catch((failed: Error) => {
      setProblem(failed.message);
      setStep('idle');
    });
  };
  return (
    <>
      {step === 'asking' ? (
        <span role="group" aria-label="Cancel the run?" className="asking">
          {queued ? 'It has not begun, and will not.' : 'Steps at work are interrupted; what is published stays.'}
          <button type="button" className="button small danger" onClick={cancel}>Cancel the run</button>
          <button type="button" className="button small" onClick={() => setStep('idle')}>{queued ? 'Let it wait' : 'Let it run'}</button>
        </span>
      ) : <button type="button" className="button small" disabled={step === 'sent'} onClick={() => setStep('asking')}>{step === 'sent' ? 'Cancelling …' : 'Cancel …'}</button>}
      {problem !== '' && <span role="alert" className="status-failed">✕ {problem}</span>}
    </>
  );
}
