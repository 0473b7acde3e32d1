export const serviceLevels = {};
