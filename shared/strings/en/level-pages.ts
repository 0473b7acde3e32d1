export const levelPages = {};
