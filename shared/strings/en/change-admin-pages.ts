export const changeAdminPages = {} as const;
