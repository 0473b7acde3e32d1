export { routeToGroup, type Route } from './route';
export { suggestCategories, wordsOf, type CategorySuggestion } from './suggest-category';
