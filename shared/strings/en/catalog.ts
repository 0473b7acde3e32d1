/** The service catalog: forms, offerings, plans. */
export const catalog = {
  'problem.isOver': 'Choose today or a later day.',
  'problem.beforeStart': 'This must not lie before the beginning.',
  'problem.notMoney': 'This must be an amount with at most two decimals.',
  'problem.notMail': 'This must be an e-mail address like name@company.example.',
  'problem.notUrl': 'This must be a web address that starts with https:// or http://.',
  'problem.notPhone': 'This must be a phone number: digits, spaces and + ( ) / . -',
  'problem.notNetwork': 'This must be a host name, an address or a range like 10.1.0.0/16.',
  'problem.notRecordNumber': 'This must be the number of an incident, a request or a change, like CHG0000123.',
  'problem.form.badName': '“{name}” cannot be the name of a field: use letters and digits, the first one a small letter, at most 40. “today” is taken.',
  'problem.form.notField': '“{name}” is not a field.',
  'problem.form.unknownKind': '“{name}”: there is no kind of field called “{kind}”.',
  'problem.form.badSetting': '“{name}”: “{setting}” is missing, or not possible like this.',
  'problem.form.unknownOther': '“{name}” depends on “{other}”, and there is no such field that could be answered.',
  'problem.form.unknownValue': '“{name}” depends on “{other}” being “{value}”, and nobody can answer that.',
  'problem.form.cycle': '“{name}” is asked for depending, in the end, on itself.',

  'card.order.next': 'Continue',
  'card.order.more': 'With these answers we need a little more. Everything you typed is still here.',
  'card.order.filesInTab': 'A card cannot take files: send them together with your message, or order in the tab.',
  'card.order.filesTaken': 'The files of your message go here.',
};
