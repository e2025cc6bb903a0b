import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { shortType } from '../data/cells';
import type { Card } from './model/cards';
import { type Column, shortName, type Table } from './model/columnGraph';

export interface CardProps {
  readonly table: Table;
  readonly card: Card;
  readonly x: number;
  readonly y: number;
  readonly isFirst: boolean;
  /** Which of its columns has to do with the one that is looked at, and what: `12:up 14:focus`. */
  readonly roles: string;
  readonly isDecided: boolean;
  /** The column that Tab leads to, if it is one of these. */
  readonly entry: number | undefined;
  readonly pinned: number | undefined;
  readonly fold: (table: number) => void;
}

/** A table and its columns. What happens to a column is handled by the picture, which knows the others. */
export const TableCard = memo(function TableCard({ table, card, x, y, isFirst, roles, isDecided, entry, pinned, fold }: CardProps) {
  const { asset } = table;
  const name = shortName(asset);
  const roleOf = new Map(roles.split(' ').map((each) => each.split(':') as [string, string]));
  return (
    <section className={`table-card${isFirst ? ' first' : ''}${roles !== '' || isDecided ? ' touched' : ''}`} aria-label={asset} style={{ left: x, top: y, height: card.height }}>
      <h3>
        {asset !== name && <span className="quiet clip">{asset.slice(0, -name.length - 1)}</span>}
        {isFirst ? <span className="key clip" title={asset}>{name}</span> : <Link className="key clip" title={asset} to="/assets/$" params={{ _splat: asset }} search={{ tab: 'columns' } as never}>{name}</Link>}
      </h3>
      <ul>
        {card.rows.map((column) => (
          <li key={column.id}>
            <ColumnButton column={column} role={roleOf.get(String(column.id))} isEntry={column.id === entry} isPinned={column.id === pinned} />
          </li>
        ))}
        {card.more !== 0 && (
          <li>
            <button type="button" className="more-columns" aria-expanded={card.more < 0} onClick={() => fold(card.table)}>
              {card.more < 0 ? 'Only connected columns' : `${card.more} more ${card.more === 1 ? 'column' : 'columns'}`}
            </button>
          </li>
        )}
      </ul>
      {card.foot.length > 0 && (
        <div className="card-foot">
          {card.foot.map(({ text, lines, decides }) => <p key={text} className={`lines-${lines}${decides && isDecided ? ' decided' : ''}`} title={text}>{text}</p>)}
        </div>
      )}
    </section>
  );
});

const SAYS: Readonly<Record<string, string>> = { up: 'comes into it', down: 'made of it', decides: 'decides about its rows' };

function ColumnButton({ column: { id, name, type }, role, isEntry, isPinned }: {
  readonly column: Column; readonly role: string | undefined; readonly isEntry: boolean; readonly isPinned: boolean;
}) {
  return (
    <button type="button" className={`column${role === undefined ? '' : ` column-${role}`}`} data-column={id} tabIndex={isEntry ? 0 : -1} aria-pressed={isPinned}>
      <span className="key clip" title={name}>{name}</span>
      <span className="column-type clip" title={type}>{shortType(type)}</span>
      {role !== undefined && role in SAYS && <span className="unseen">, {SAYS[role]}</span>}
    </button>
  );
}
