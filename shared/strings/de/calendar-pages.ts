export const calendarPages = {} as const;
