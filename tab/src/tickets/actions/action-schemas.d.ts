import type { Schema } from '../../../../shared/kernel';
/** What each action on a ticket asks for. A test compares the names with the registry. */
export declare const ACTION_SCHEMAS: Readonly<Record<string, Schema>>;
/** Done with one press: nothing is asked that the press does not say already. */
export declare function isDirect(action: string): boolean;
