"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ACTION_SCHEMAS = void 0;
exports.isDirect = isDirect;
const ticket_schema_1 = require("../../../../shared/tickets/ticket-schema");
/** What each action on a ticket asks for. A test compares the names with the registry. */
exports.ACTION_SCHEMAS = {
    'tickets.edit': ticket_schema_1.editSchema,
    'tickets.classify': ticket_schema_1.classifySchema,
    'tickets.assign': ticket_schema_1.assignSchema,
    'tickets.take': ticket_schema_1.emptySchema,
    'tickets.start': ticket_schema_1.emptySchema,
    'tickets.reply': ticket_schema_1.replySchema,
    'tickets.addNote': ticket_schema_1.noteSchema,
    'tickets.attach': ticket_schema_1.attachSchema,
    'tickets.putOnHold': ticket_schema_1.holdSchema,
    'tickets.resume': ticket_schema_1.emptySchema,
    'tickets.resolve': ticket_schema_1.resolveSchema,
    'tickets.close': ticket_schema_1.emptySchema,
    'tickets.reopen': ticket_schema_1.reopenSchema,
    'tickets.cancel': ticket_schema_1.cancelSchema,
    'tickets.rate': ticket_schema_1.rateSchema,
    'tickets.watch': ticket_schema_1.watchSchema,
    'tickets.unwatch': ticket_schema_1.watchSchema,
    'tickets.link': ticket_schema_1.linkSchema,
    'tickets.unlink': ticket_schema_1.linkSchema,
    'tickets.restrict': ticket_schema_1.restrictSchema,
    'tickets.unrestrict': ticket_schema_1.restrictSchema,
    'tickets.convert': ticket_schema_1.convertSchema,
    'tickets.overridePriority': ticket_schema_1.prioritySchema,
    'tickets.clearPriority': ticket_schema_1.emptySchema,
    'tickets.approve': ticket_schema_1.voteSchema,
    'tickets.reject': ticket_schema_1.refuseSchema,
    'tickets.returnForInfo': ticket_schema_1.refuseSchema,
    'tickets.resubmit': ticket_schema_1.emptySchema,
};
/** Done with one press: nothing is asked that the press does not say already. */
function isDirect(action) {
    return action === 'tickets.watch' || action === 'tickets.unwatch' || Object.keys(exports.ACTION_SCHEMAS[action] ?? {}).length === 0;
}
//# sourceMappingURL=action-schemas.js.map