export { hasText, labelText, translator, type TextKey } from './texts';
export { LANGUAGES, pickLanguage, type TextParams, type Translate } from './translator';
export { relativeTime, exactTime, dayText, money, shortTime, nearTime, zonedTime, timeRange, dayRange, workingTime, wallTime, percent } from './dates';
export { refusalText, problemText } from './refusal-text';
export { secretText } from './secret-text';
