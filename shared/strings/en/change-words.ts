export const changeWords = {} as const;
