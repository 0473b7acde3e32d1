import { add, ask, done, note, say, vendor, waitForChange, waitForProblem, type IncidentStory } from './story';

export const BUSINESS_STORIES: readonly IncidentStory[] = [
  {
    category: 'business.erp', departments: ['Operations', 'Finance', 'Customer Service'],
    openings: [
      ['ERP: goods receipt {number} cannot be posted', 'When posting goods receipt {number} the ERP says "locked by another session". All others of today went through.'],
      ['ERP: order {number} is locked', 'Order {number} is "being edited by another user", but that colleague is on vacation.'],
      ['ERP: order {number} cannot be saved', 'I want to correct the quantity of order {number} and get "object in use". The truck leaves at three.'],
    ],
    slots: { number: ['4500118', '4500733', '4501290', '4501944', '4502087'] },
    beats: [
      say('Hello {me}, I have the order in front of me. Please leave it as it is until I write again.'),
      note('Lock entry from a crashed session of Friday. Removed after checking that nothing is half-posted.'),
      add('It can be posted now. Thank you!'),
    ],
    end: done('fixed', 'A left-over lock from a crashed session was the cause. It has been removed and the posting is complete.'),
  },
  {
    category: 'business.erp', departments: ['Operations', 'Finance', 'Customer Service'], reach: 'team',
    openings: [
      ['Orders do not reach the carrier', 'Since {time} our orders stay in the state "sent", but nothing arrives at the carrier.'],
      ['Interface to the carrier has not sent anything since {time}', 'The carrier says that they have received no orders from us since {time}.'],
    ],
    slots: { time: ['10:00', '12:30', 'yesterday evening'] },
    beats: [
      note('Queue stopped at a message with an umlaut in the street name. Removed it, 214 messages went out.'),
      waitForChange('CHG-2298'),
    ],
    end: done('resolvedByChange', 'The interface now handles all characters. Everything that was waiting has been sent and confirmed.'),
  },
  {
    category: 'business.crm', departments: ['Sales', 'Customer Service'],
    openings: [
      ['CRM: two records for {customer}', '{customer} exists twice, and half of the visits are in each. Please merge them.'],
      ['CRM: visits of {customer} are split', 'Half of the visits at {customer} are missing. I found them in a second record with a typing error in the name.'],
    ],
    slots: { customer: ['Hansen Foods', 'Delta Parts', 'Van Rijn Flowers', 'Baltic Paper'] },
    beats: [
      ask('Which of the two records should stay?', 'The one with the longer number, please.'),
      note('Merged; 14 visits and 3 offers moved over.'),
    ],
    end: done('fixed', 'The two records were merged, with all visits and offers. The old number leads to the new one.'),
  },
  {
    category: 'business.crm', departments: ['Sales'], reach: 'team',
    openings: [
      ['CRM: my opportunities are gone', 'My list of opportunities has been empty since the update.'],
      ['CRM shows only the customers of this week', 'Since the update I see nine customers instead of two hundred.'],
    ],
    beats: [
      say('Your data are all there, {me}. I see a filter that came with the update. Give me half an hour.'),
      note('Update had set a default filter "created this week" for all users of the old form.'),
    ],
    end: done('configurationChange', 'The filter that came with the update was removed for everybody.'),
  },
  {
    category: 'business.hr', departments: ['People', 'Sales', 'Operations', 'Finance'], work: 'fine',
    openings: [
      ['Vacation request disappeared', 'I asked for two weeks in spring. The HR system shows neither the request nor the days.'],
      ['Wrong number of vacation days shown', 'The HR system shows 12 days left, it should be 17.'],
      ['Days of last year are missing', 'I should have five days left from last year. The HR system shows none.'],
    ],
    beats: [
      say('Hello {me}, I am checking this together with HR. Your days are not lost.'),
      note('Carry-over job ran with last year’s calendar. HR confirmed the right figures.'),
    ],
    end: done('fixed', 'The carry-over was calculated again. Your days and requests are right.'),
  },
  {
    category: 'business.finance', departments: ['Finance'], reach: 'team',
    openings: [
      ['Payment run stops at supplier {supplier}', 'The payment run stops with "bank data missing" at supplier {supplier}, although they are there.'],
      ['Payment to supplier {supplier} is refused', 'The check before the payment run refuses supplier {supplier} because of the bank account.'],
    ],
    slots: { supplier: ['70021', '70388', '71105'] },
    beats: [
      say('I am on it, {me}. When does the run have to go out at the latest?'),
      add('Cut-off at the bank is 15:00.'),
      note('Supplier has a new IBAN with a trailing blank. Corrected by Accounting, run restarted.'),
    ],
    end: done('fixed', 'A blank at the end of the IBAN stopped the run. It went through before the cut-off; blanks are now removed on entry.'),
  },
  {
    category: 'business.finance', departments: ['Sales', 'Customer Service', 'Management'], work: 'fine',
    openings: [
      ['Receipts of my trip are refused', 'I want to hand in the receipts of my trip to London. The page refuses each photo.'],
      ['Cannot upload a receipt', 'The page says "file type not supported", but it is a normal photo.'],
    ],
    beats: [ask('Is the photo from an iPhone, with the ending .heic?', 'Yes, exactly.'), say('Please set the camera to "Most compatible", or upload the photo as PDF. I have asked the vendor to accept this type.')],
    end: done('workaround', 'Photos with the ending .heic are not accepted yet. As PDF or JPG it works.'),
  },
  {
    category: 'business.documents', departments: ['Operations', 'Finance', 'Customer Service'],
    openings: [
      ['Delivery note not found in the archive', 'The customer disputes a delivery and I cannot find delivery note {number} in the archive.'],
      ['Archive search returns nothing for last month', 'Since last month no document can be found in the archive by number.'],
    ],
    slots: { number: ['881204', '881977', '882310'] },
    beats: [note('Indexing stopped on the 3rd. Restarted; backlog of 61,000 documents.'), waitForProblem('PRB-0147')],
    end: done('resolvedByProblem', 'The index is complete again; your delivery note can be found. The cause is fixed with the problem record.'),
  },
  {
    category: 'business.reporting', departments: ['Sales', 'Finance', 'Management', 'Operations'],
    openings: [
      ['Figures in the {report} report are wrong', 'The {report} report shows half of yesterday’s volume. The day before was right.'],
      ['{report} dashboard has not been refreshed since {weekday}', 'The {report} dashboard still shows the data of {weekday}.'],
      ['{report} report is empty today', 'The {report} report opens, but all boxes are empty.'],
    ],
    slots: { report: ['on-time delivery', 'revenue', 'warehouse volume', 'claims'], weekday: ['Monday', 'Wednesday', 'Friday'] },
    beats: [
      note('Refresh failed: password of the service account expired. Renewed by Identity & Access.'),
      say('The data are being loaded now, {me}; in half an hour the report will be complete.'),
    ],
    end: done('fixed', 'The nightly refresh had failed. It was repeated and now sends a warning when it fails.'),
    reopen: {
      reason: 'Today’s figures are missing again.',
      end: done('configurationChange', 'The refresh now uses a managed account without a password that can expire.'),
    },
  },
  {
    category: 'business.crm', departments: ['Sales'], misfiled: { category: 'software.browser', reason: 'Not the browser: the CRM itself reports the error' },
    openings: [['Error page when saving a visit report', 'In Edge I get an error page each time I save a visit report. Probably the browser?']],
    beats: [note('Error 500 in the CRM log for reports longer than 4,000 characters.'), vendor('CRM vendor', 'CS-0093312')],
    end: done('restoredByVendor', 'The vendor has removed the limit. Your long report could be saved.'),
  },
];
