// Lets the clock of a server process jump, as machines that are suspended or corrected do: `node -r jumping-clock.cjs main.js`, then send `{ offsetMs }`.
const process = require('node:process');

const RealDate = Date;
let offsetMs = 0;

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + offsetMs);
    else super(...args);
  }

  static now() {
    return RealDate.now() + offsetMs;
  }
};

process.on('message', (message) => {
  offsetMs = message.offsetMs;
});
// The process ends when the server does, whoever may still want to talk to it.
process.channel?.unref();
