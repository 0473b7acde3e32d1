export const changeCards = {} as const;
