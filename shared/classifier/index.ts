export { classify, type Classification, type Guess } from './classify';
export { findTrainingProblem, fingerprintOf, labelsOf, TRAINING_LIMITS, type LabelledTicket, type TrainingProblem } from './examples';
export { WANTED_ACCURACY, type ClassifierModel, type Training } from './model';
export { trainClassifier, TRAINING_SETTINGS, type HeldOutGuess, type TrainingSettings } from './train';
export { decodeModel, encodeModel, modelReading, ModelFileError, type ModelFileProblem } from './model-file';
export { evaluate, type ClassFigures, type Evaluation } from './evaluation';
