import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { printAddress } from '../address';

interface GoProps {
  readonly to: string;
  readonly search?: object;
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A link to a page whose address is put together of what the server says. */
export function Go({ to, search = {}, children, ...rest }: GoProps) {
  const { history } = useRouter();
  const href = to + printAddress(search);
  const go = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.push(href);
  };
  return <a href={href} onClick={go} {...rest}>{children}</a>;
}

/** Leads to the plan of some assets, and of some of their partitions. */
export function PlanLink({ sel, partitions = [], children = 'Plan …' }: { readonly sel: string; readonly partitions?: readonly string[]; readonly children?: ReactNode }) {
  return <Go to="/launch" search={{ sel, p: partitions.join(',') }} className="button small">{children}</Go>;
}
