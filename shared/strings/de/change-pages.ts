export const changePages = {} as const;
