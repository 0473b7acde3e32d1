export const tab = {};
