export const freezeExceptions = {} as const;
