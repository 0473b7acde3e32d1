export const changeTemplates = {} as const;
