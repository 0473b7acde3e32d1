import 'moment';

// moment-business-time has no types; only what is used here.
declare module 'moment' {
  interface Moment {
    addWorkingTime(amount: number, unit: string): Moment;
    workingDiff(other: Moment, unit: string): number;
  }
}
