import { failure, success } from './openapi-components';

const share = { type: 'number', minimum: 0, maximum: 1 };
const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };

const PROGRESS = { type: 'object', required: ['state', 'share'], properties: { state: { enum: ['idle', 'waiting', 'running'] }, share, startedAt: text } };
const OWN = {
  type: 'object', required: ['version', 'at', 'tickets', 'categories', 'accuracy', 'coverage'],
  properties: { version: count, at: text, tickets: count, categories: count, accuracy: share, coverage: share, threshold: share },
};
const FIGURES = {
  type: 'object', required: ['tickets', 'decided', 'asked', 'words', 'changed', 'perCategory'],
  properties: {
    tickets: count, decided: count, asked: count, words: count, changed: count,
    perCategory: { type: 'array', items: { type: 'object', required: ['categoryId', 'decided', 'changed'], properties: { categoryId: text, decided: count, changed: count } } },
  },
};

/** Descriptions of what finds categories from texts. */
export function classifierPaths(): Readonly<Record<string, object>> {
  return {
    '/api/classifier': {
      get: {
        operationId: 'classifier', tags: ['reading'], summary: 'What finds the categories of tickets from their texts, how often it is right, and what it learned from own tickets',
        responses: {
          200: success('The classifier', {
            type: 'object', required: ['mode', 'shipped', 'progress', 'figures'],
            properties: {
              mode: { enum: ['decide', 'propose', 'off'] },
              shipped: { type: 'object', required: ['isLoaded', 'categories'], properties: { isLoaded: { type: 'boolean' }, categories: count } },
              own: OWN, progress: PROGRESS, figures: FIGURES,
              last: { type: 'object', required: ['at', 'what', 'tickets'], properties: { at: text, what: { enum: ['learned', 'worse', 'nothingNew', 'notEnough', 'failed'] }, tickets: count } },
              settings: { type: 'object', required: ['id', 'version'], properties: { id: text, version: count }, description: 'The record whose `classifier` says the mode; for administrators.' },
            },
          }),
          ...failure(401, 403, 500, 503),
        },
      },
    },
    '/api/classifier/learn': {
      post: {
        operationId: 'classifier.learn', tags: ['classifier'], summary: 'Learns from own tickets now, in the background; administrators',
        responses: { 200: success('How far it is', PROGRESS), ...failure(401, 403, 500, 503) },
      },
    },
  };
}
