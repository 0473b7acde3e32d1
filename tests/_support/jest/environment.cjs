const { TestEnvironment } = require('jest-environment-node');

/** Is it of this class? An error from outside is an error in here, too. */
function hasInstance(Inside) {
  const ordinary = Function.prototype[Symbol.hasInstance];
  return function isInstance(value) {
    return ordinary.call(this, value) || (this === Inside && value instanceof Error);
  };
}

/**
 * Jest's own environment, in which modules can be taken from outside of it; see `outside.cjs`. What passes between the two worlds
 * and is asked for its class has to be the same in both.
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.requireOutside = require;
    this.global.Date = Date;
    Object.defineProperty(this.global.Error, Symbol.hasInstance, { value: hasInstance(this.global.Error) });
  }
};
