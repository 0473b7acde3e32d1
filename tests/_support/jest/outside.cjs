/**
 * Jest loads every module once more for each test file. That keeps our own code apart from test to test; for packages, which keep
 * nothing, it was most of the time of many files. Node itself loads them, once for each worker. They are the real ones all the same.
 */
module.exports = {
  process: (_source, file) => ({ code: `module.exports = requireOutside(${JSON.stringify(file)});` }),
  getCacheKey: (_source, file) => `outside ${file}`,
};
