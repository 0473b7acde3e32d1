export { SERVICENOW_MAPPING, BASE_MAPPING, COLUMN_ROLES, type LogMapping, type ColumnRole, type Step } from './mapping';
export { readMapping, type MappingProblem } from './read-mapping';
export { planFor, type LogPlan, type MissingColumns } from './log-plan';
export { readRow, type LogRow, type RowProblem } from './log-row';
export { inLogOrder, isInOrder, stillToImport, type Applied, type Sorted } from './case-rows';
export { describedAfter, describedBy, historyOf, EXTERNAL, type Described, type Lookups } from './case-events';
export { isTimeFormat, isZone, timeReader, type TimeReader } from './times';
