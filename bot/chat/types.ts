import type { App } from '../../shared/app';
import type { Actor, FileMeta } from '../../shared/kernel';
import type { Audience, CardJson } from '../cards/types';

export interface ChatDeps {
  readonly app: App;
  /** Deep link into the tab: a record id (`INC0000123`, `ART0000001`) or a page (`queue`, `my`, `new`). */
  readonly link: (target: string) => string;
  /** Makes draft ids; tests fix it. Default: random UUIDs. */
  readonly newId?: () => string;
}

/** What somebody wrote, without the mention of the bot. */
export interface Message {
  readonly text: string;
  /** From the authenticated activity, never from its content. */
  readonly actor: Actor;
  readonly scope: 'personal' | 'groupChat' | 'channel';
  /** Uploaded already by this actor (`app.uploads.store`). */
  readonly files: readonly FileMeta[];
  /** The record that the thread belongs to, when the message is an answer below a card of that record. */
  readonly threadRecordId?: string | undefined;
  /** `activity.locale`; used when the directory does not know the person's language. */
  readonly locale?: string | undefined;
  /** Teams user ids for whom cards in a group chat or channel ask for their own view: the writer's. */
  readonly viewerIds?: readonly string[] | undefined;
  /** Names the activity. Pass it as `idempotencyKey`: Teams delivers an activity again when the answer got lost. */
  readonly key?: string | undefined;
}

/** Which record a card shows, so that the card can be updated when the record changes. */
export interface CardOf {
  readonly recordId: string;
  readonly audience: Audience;
  /** Version of the record that the card shows. */
  readonly version: number;
}

/** One message to send. */
export interface ChatMessage {
  /** Plain text, never Markdown: send it with `textFormat: 'plain'`. */
  readonly text?: string;
  readonly card?: CardJson;
  readonly cardOf?: CardOf;
}

/** The messages to send, in order; empty when nothing needs to be said. */
export type ChatAnswer = readonly ChatMessage[];

/** A pressed `Action.Execute`, or the automatic `refresh` of a card. */
export interface Press {
  readonly verb: string;
  /** `action.data` of the invoke as it came: nothing in it is trusted. */
  readonly data: unknown;
  readonly actor: Actor;
  readonly locale?: string | undefined;
  /** Where the card stands. Absent: personal. */
  readonly scope?: Message['scope'] | undefined;
  /** Teams user ids for whom the returned card asks for its own view: the presser's, in group chats and channels. */
  readonly viewerIds?: readonly string[] | undefined;
  /** Names the activity, as in `Message`. */
  readonly key?: string | undefined;
}

/** The new card for the presser, or a message when there is no card to show. `cardOf`: what the card shows from now on. */
export type CardAnswer =
  | { readonly card: CardJson; readonly cardOf?: CardOf }
  | { readonly message: string; readonly card?: CardJson; readonly cardOf?: CardOf };
