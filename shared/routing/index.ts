export { routeToGroup, type Route } from './route';
