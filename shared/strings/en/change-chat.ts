export const changeChat = {} as const;
