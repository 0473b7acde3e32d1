/** What is being written: everybody on the ticket reads a reply, only those who handle it read a note. */
export type Mode = 'reply' | 'note';
