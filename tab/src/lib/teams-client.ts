/** The part of the Teams library that is used, so that the rest of it stays out of the build. */
export { app, authentication, pages } from '@microsoft/teams-js';
