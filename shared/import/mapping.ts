import { HOLD_REASONS, RESOLUTION_CODES, type HoldReason, type Level, type Priority, type ResolutionCode, type TicketState } from '../tickets';

/** What a column of the log can stand for. The first three are needed, all others are optional. */
export const COLUMN_ROLES = [
  'case', 'time', 'activity', 'actor', 'order', 'openedAt', 'resolvedAt', 'closedAt', 'description', 'requester', 'group', 'assignee',
  'category', 'impact', 'urgency', 'priority', 'reassignments', 'reopens', 'resolvedBy', 'resolutionCode', 'resolutionNotes', 'supplier', 'reference',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
export const REQUIRED_ROLES = ['case', 'time', 'activity'] as const;

/** What an activity of the log does to the ticket. */
export type Step = { readonly state: Extract<TicketState, 'new' | 'assigned' | 'inProgress' | 'onHold' | 'resolved' | 'closed' | 'cancelled'>; readonly hold?: HoldReason } | 'keep';

/** How the columns of another tool's event log become tickets; the file format is in docs/import.md. */
export interface LogMapping {
  /** Name of the tool: shown in the history, and part of every case's identity. */
  readonly source: string;
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>;
  /** Columns without which the import does not start. */
  readonly requiredColumns: readonly string[];
  /** Alternatives, the first that is not empty wins; `a + b` joins the columns a and b. */
  readonly title: readonly string[];
  readonly dateFormat: string;
  /** IANA zone of times without offset. */
  readonly zone: string;
  /** Texts that mean "unknown". */
  readonly unknown: readonly string[];
  readonly states: Readonly<Record<string, Step>>;
  /** What to do with an activity that is not in `states`. */
  readonly otherStates: 'report' | 'keep';
  readonly levels: Readonly<Record<string, Level>>;
  readonly priorities: Readonly<Record<string, Priority>>;
  readonly resolutionCodes: Readonly<Record<string, ResolutionCode>>;
  /** Names of the log -> names of support groups here. */
  readonly groups: Readonly<Record<string, string>>;
  /** Names of the log -> mail addresses of people here. */
  readonly people: Readonly<Record<string, string>>;
  /** Mail addresses of the people who work in groups that the import adds. */
  readonly groupMembers: readonly string[];
  /** Label -> column, kept with the ticket in the source's own words. */
  readonly values: Readonly<Record<string, string>>;
  readonly otherColumns: 'keep' | 'drop';
  /** Columns that are not kept even so. */
  readonly ignore: readonly string[];
}

/** `onHold:vendor`, `resolved`, `keep`; undefined when it is none of the words. */
export function readStep(text: string): Step | undefined {
  if (text === 'keep') return 'keep';
  const [state = '', hold, ...rest] = text.split(':');
  if (rest.length > 0) return undefined;
  if (state === 'onHold') {
    const reason = HOLD_REASONS.find((entry) => entry === (hold ?? 'other'));
    return reason && { state, hold: reason };
  }
  const known = (['new', 'assigned', 'inProgress', 'resolved', 'closed', 'cancelled'] as const).find((entry) => entry === state);
  return known && hold === undefined ? { state: known } : undefined;
}

export const isResolutionCode = (text: string): text is ResolutionCode => RESOLUTION_CODES.some((code) => code === text);

/** Where every mapping file starts from. */
export const BASE_MAPPING: LogMapping = {
  source: 'Import',
  columns: {},
  requiredColumns: [],
  title: [],
  dateFormat: 'iso',
  zone: 'UTC',
  unknown: ['', '?'],
  states: {},
  otherStates: 'report',
  levels: { '1': 1, '2': 2, '3': 3, high: 1, medium: 2, low: 3 },
  priorities: { '1': 'P1', '2': 'P2', '3': 'P3', '4': 'P4', '5': 'P4', critical: 'P1', high: 'P2', medium: 'P3', moderate: 'P3', low: 'P4' },
  resolutionCodes: {},
  groups: {},
  people: {},
  groupMembers: [],
  values: {},
  otherColumns: 'keep',
  ignore: [],
};

/** The audit log of a ServiceNow instance, as its incident table and its metrics export it. */
export const SERVICENOW_MAPPING: LogMapping = {
  ...BASE_MAPPING,
  source: 'ServiceNow',
  columns: {
    case: 'number', time: 'sys_updated_at', activity: 'incident_state', actor: 'sys_updated_by', order: 'sys_mod_count',
    openedAt: 'opened_at', resolvedAt: 'resolved_at', closedAt: 'closed_at', description: 'description', requester: 'caller_id',
    group: 'assignment_group', assignee: 'assigned_to', category: 'category', impact: 'impact', urgency: 'urgency', priority: 'priority',
    reassignments: 'reassignment_count', reopens: 'reopen_count', resolvedBy: 'resolved_by', resolutionCode: 'closed_code',
    resolutionNotes: 'close_notes', supplier: 'vendor', reference: 'problem_id',
  },
  requiredColumns: ['number', 'sys_updated_at', 'incident_state'],
  title: ['short_description', 'category + subcategory + u_symptom'],
  dateFormat: 'd/M/yyyy HH:mm',
  states: {
    New: { state: 'new' },
    Active: { state: 'inProgress' },
    'In Progress': { state: 'inProgress' },
    'Awaiting User Info': { state: 'onHold', hold: 'requester' },
    'Awaiting Vendor': { state: 'onHold', hold: 'vendor' },
    'Awaiting Problem': { state: 'onHold', hold: 'problem' },
    'Awaiting Change': { state: 'onHold', hold: 'change' },
    'Awaiting Evidence': { state: 'onHold', hold: 'other' },
    'On Hold': { state: 'onHold', hold: 'other' },
    Resolved: { state: 'resolved' },
    Closed: { state: 'closed' },
    Canceled: { state: 'cancelled' },
  },
  levels: { '1 - High': 1, '2 - Medium': 2, '3 - Low': 3 },
  priorities: { '1 - Critical': 'P1', '2 - High': 'P2', '3 - Moderate': 'P3', '4 - Low': 'P4', '5 - Planning': 'P4' },
  values: {
    State: 'incident_state', Priority: 'priority', Impact: 'impact', Urgency: 'urgency', Group: 'assignment_group', Assignee: 'assigned_to',
    Caller: 'caller_id', Category: 'category', Subcategory: 'subcategory', Symptom: 'u_symptom', Location: 'location',
    'Configuration item': 'cmdb_ci', 'Contact type': 'contact_type', 'Opened by': 'opened_by', 'Opened at': 'opened_at',
    'Created by': 'sys_created_by', 'Created at': 'sys_created_at', Problem: 'problem_id', Change: 'rfc', Vendor: 'vendor', 'Caused by': 'caused_by',
    'Close code': 'closed_code', 'Resolved by': 'resolved_by', 'Resolved at': 'resolved_at', 'Closed at': 'closed_at', 'SLA met': 'made_sla',
    Reassigned: 'reassignment_count', Reopened: 'reopen_count', 'Knowledge used': 'knowledge', 'Priority confirmed': 'u_priority_confirmation',
    Notify: 'notify',
  },
  // Each row says itself when and in which order it came, and whether it is closed.
  ignore: ['active', 'number', 'sys_mod_count', 'sys_updated_at', 'sys_updated_by', 'description', 'short_description', 'close_notes'],
};
