export { classify, type Classification, type Guess } from './classify';
export { findTrainingProblem, fingerprintOf, labelsOf, TRAINING_LIMITS, type LabelledTicket, type TrainingProblem } from './examples';
export { WANTED_ACCURACY, type ClassifierModel, type Training } from './model';
export { trainClassifier, type HeldOutGuess } from './train';
export { TRAINING_SETTINGS, type TrainingSettings } from './train-scorer';
export { decodeModel, encodeModel, modelReading, ModelFileError, type ModelFileProblem } from './model-file';
export { evaluate, type ClassFigures, type Evaluation } from './evaluation';
