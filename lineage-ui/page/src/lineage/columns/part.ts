export { ColumnFacts } from './ColumnFacts';
export { ColumnQueries } from './ColumnQueries';
