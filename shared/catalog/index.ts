export { categoriesPractice, offeringsPractice, settingsPractice, type Category, type Offering, type Settings } from './catalog';
export { categorySchema, offeringSchema, settingsSchema } from './catalog-schema';
export { changeSettings } from './change-settings';
export { DEFAULT_CHANGE_SETTINGS, RISK_RULES, type ChangeSettings, type RiskRule } from './change-settings-schema';
export { checkAnswers, type AnswerContext } from './check-answers';
export { actorIn } from './actor-in';
export { categoryPath, DEFAULT_AUTO_CLOSE_DAYS, type Directory } from './directory';
