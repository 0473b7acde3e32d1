import { row, type DemoPerson } from './person-row';

const DECIDES = { roles: ['approver', 'manager'] } as const;
const APPROVES = { roles: ['approver'] } as const;

/** The people that the local chat client and the development sign-in offer first, by what they can show. */
export const DEMO_CAST = {
  employee: 'alice.bennett',
  agent: 'bob.fischer',
  lead: 'carol.jansen',
  manager: 'david.okafor',
  administrator: 'eva.lindqvist',
} as const;

const CAST: readonly DemoPerson[] = [
  row('alice.bennett', 'Alice Bennett', 'Customer Service Coordinator', 'Customer Service', 'Hamburg', 'en', 'david.okafor'),
  row('bob.fischer', 'Bob Fischer', 'Service Desk Analyst', 'IT', 'Hamburg', 'en', 'carol.jansen'),
  row('carol.jansen', 'Carol Jansen', 'Service Desk Lead', 'IT', 'Hamburg', 'en', 'thomas.lindner', { roles: ['changeManager'] }),
  row('david.okafor', 'David Okafor', 'Head of Customer Service', 'Customer Service', 'Hamburg', 'en', 'marieke.devries', DECIDES),
  row('eva.lindqvist', 'Eva Lindqvist', 'IT Platform Administrator', 'IT', 'Hamburg', 'en', 'thomas.lindner', { roles: ['administrator'] }),
];

const BOARD: readonly DemoPerson[] = [
  row('katharina.brandt', 'Katharina Brandt', 'Chief Executive Officer', 'Management', 'Hamburg', 'de', '', { ...DECIDES, isVip: true }),
  row('henrik.lund', 'Henrik Lund', 'Chief Financial Officer', 'Management', 'Hamburg', 'en', 'katharina.brandt', { ...DECIDES, isVip: true }),
  row('marieke.devries', 'Marieke de Vries', 'Chief Operating Officer', 'Management', 'Rotterdam', 'en', 'katharina.brandt', DECIDES),
  row('thomas.lindner', 'Thomas Lindner', 'Chief Information Officer', 'IT', 'Hamburg', 'de', 'katharina.brandt', DECIDES),
  row('claire.donovan', 'Claire Donovan', 'Head of People', 'People', 'London', 'en', 'katharina.brandt', DECIDES),
  row('oliver.grant', 'Oliver Grant', 'Head of Sales', 'Sales', 'London', 'en', 'katharina.brandt', DECIDES),
];

const IT: readonly DemoPerson[] = [
  row('jonas.weber', 'Jonas Weber', 'Service Desk Analyst', 'IT', 'Hamburg', 'de', 'carol.jansen'),
  row('priya.nair', 'Priya Nair', 'Service Desk Analyst', 'IT', 'London', 'en', 'carol.jansen'),
  row('sofia.krause', 'Sofia Krause', 'Service Desk Analyst', 'IT', 'Berlin', 'de', 'carol.jansen'),
  row('daan.visser', 'Daan Visser', 'Service Desk Analyst', 'IT', 'Rotterdam', 'en', 'carol.jansen'),
  row('martin.scholz', 'Martin Scholz', 'Workplace Lead', 'IT', 'Hamburg', 'de', 'thomas.lindner'),
  row('aylin.demir', 'Aylin Demir', 'Workplace Engineer', 'IT', 'Berlin', 'de', 'martin.scholz'),
  row('tom.whitaker', 'Tom Whitaker', 'Workplace Engineer', 'IT', 'London', 'en', 'martin.scholz'),
  row('pieter.bakker', 'Pieter Bakker', 'Workplace Engineer', 'IT', 'Rotterdam', 'en', 'martin.scholz'),
  row('stefan.vogel', 'Stefan Vogel', 'Network Lead', 'IT', 'Hamburg', 'de', 'thomas.lindner'),
  row('ruben.dejong', 'Ruben de Jong', 'Network Engineer', 'IT', 'Rotterdam', 'en', 'stefan.vogel'),
  row('kasia.nowak', 'Kasia Nowak', 'Network Engineer', 'IT', 'Gdańsk', 'en', 'stefan.vogel'),
  row('anna.petrova', 'Anna Petrova', 'Server and Cloud Lead', 'IT', 'Berlin', 'en', 'thomas.lindner', { roles: ['changeManager'] }),
  row('felix.baumann', 'Felix Baumann', 'Systems Engineer', 'IT', 'Hamburg', 'de', 'anna.petrova'),
  row('sanjay.rao', 'Sanjay Rao', 'Cloud Engineer', 'IT', 'London', 'en', 'anna.petrova'),
  row('ulrike.maurer', 'Ulrike Maurer', 'Business Applications Lead', 'IT', 'Hamburg', 'de', 'thomas.lindner', APPROVES),
  row('marco.conti', 'Marco Conti', 'ERP Consultant', 'IT', 'Hamburg', 'en', 'ulrike.maurer'),
  row('hannah.lewis', 'Hannah Lewis', 'CRM Specialist', 'IT', 'London', 'en', 'ulrike.maurer'),
  row('florian.beck', 'Florian Beck', 'Application Specialist', 'IT', 'Berlin', 'de', 'ulrike.maurer'),
  row('nadia.haddad', 'Nadia Haddad', 'Identity and Access Lead', 'IT', 'Hamburg', 'en', 'thomas.lindner'),
  row('lukas.engel', 'Lukas Engel', 'Identity Engineer', 'IT', 'Hamburg', 'de', 'nadia.haddad'),
  row('ingrid.solberg', 'Ingrid Solberg', 'Information Security Officer', 'IT', 'Hamburg', 'en', 'thomas.lindner', APPROVES),
  row('omar.farouk', 'Omar Farouk', 'Security Analyst', 'IT', 'London', 'en', 'ingrid.solberg'),
  row('julia.roth', 'Julia Roth', 'Security Analyst', 'IT', 'Hamburg', 'de', 'ingrid.solberg'),
  row('tim.albers', 'Tim Albers', 'Collaboration Lead', 'IT', 'Hamburg', 'de', 'thomas.lindner'),
  row('grace.mensah', 'Grace Mensah', 'Collaboration Specialist', 'IT', 'London', 'en', 'tim.albers'),
];

const BUSINESS: readonly DemoPerson[] = [
  row('mehmet.yildiz', 'Mehmet Yıldız', 'Customer Service Agent', 'Customer Service', 'Berlin', 'de', 'david.okafor'),
  row('laura.simon', 'Laura Simon', 'Claims Specialist', 'Customer Service', 'Hamburg', 'de', 'david.okafor'),
  row('james.porter', 'James Porter', 'Customer Service Agent', 'Customer Service', 'London', 'en', 'david.okafor'),
  row('agnieszka.wojcik', 'Agnieszka Wójcik', 'Customer Service Agent', 'Customer Service', 'Gdańsk', 'en', 'david.okafor'),
  row('jeroen.smit', 'Jeroen Smit', 'Warehouse Manager', 'Operations', 'Rotterdam', 'en', 'marieke.devries', APPROVES),
  row('fatima.elamrani', 'Fatima El Amrani', 'Shift Lead', 'Operations', 'Rotterdam', 'en', 'jeroen.smit'),
  row('lars.hendriks', 'Lars Hendriks', 'Inventory Clerk', 'Operations', 'Rotterdam', 'en', 'jeroen.smit'),
  row('bram.kuipers', 'Bram Kuipers', 'Dispatcher', 'Operations', 'Rotterdam', 'en', 'jeroen.smit'),
  row('petra.lange', 'Petra Lange', 'Head of Dispatch', 'Operations', 'Hamburg', 'de', 'marieke.devries', APPROVES),
  row('kevin.schroeder', 'Kevin Schröder', 'Dispatcher', 'Operations', 'Hamburg', 'de', 'petra.lange'),
  row('nina.hartmann', 'Nina Hartmann', 'Dispatcher', 'Operations', 'Berlin', 'de', 'petra.lange'),
  row('piotr.zielinski', 'Piotr Zieliński', 'Customs Specialist', 'Operations', 'Gdańsk', 'en', 'petra.lange'),
  row('yusuf.kaya', 'Yusuf Kaya', 'Fleet Planner', 'Operations', 'Hamburg', 'de', 'petra.lange'),
  row('victor.lambert', 'Victor Lambert', 'Facilities Coordinator', 'Operations', 'Rotterdam', 'en', 'marieke.devries'),
  row('sabine.koch', 'Sabine Koch', 'Head of Accounting', 'Finance', 'Hamburg', 'de', 'henrik.lund', APPROVES),
  row('dirk.neumann', 'Dirk Neumann', 'Accounts Payable Clerk', 'Finance', 'Hamburg', 'de', 'sabine.koch'),
  row('monika.wolf', 'Monika Wolf', 'Payroll Specialist', 'Finance', 'Hamburg', 'de', 'sabine.koch'),
  row('emily.clarke', 'Emily Clarke', 'Financial Analyst', 'Finance', 'London', 'en', 'sabine.koch'),
  row('isabel.ferreira', 'Isabel Ferreira', 'HR Partner', 'People', 'London', 'en', 'claire.donovan'),
  row('anke.peters', 'Anke Peters', 'HR Partner', 'People', 'Hamburg', 'de', 'claire.donovan'),
  row('charlotte.hughes', 'Charlotte Hughes', 'Key Account Manager', 'Sales', 'London', 'en', 'oliver.grant'),
  row('matteo.ricci', 'Matteo Ricci', 'Account Manager', 'Sales', 'Hamburg', 'en', 'oliver.grant'),
  row('lea.zimmermann', 'Lea Zimmermann', 'Account Manager', 'Sales', 'Berlin', 'de', 'oliver.grant'),
  row('george.adeyemi', 'George Adeyemi', 'Sales Analyst', 'Sales', 'London', 'en', 'oliver.grant'),
  row('paula.winter', 'Paula Winter', 'Marketing Manager', 'Marketing', 'Hamburg', 'de', 'oliver.grant'),
  row('renate.kuhn', 'Renate Kuhn', 'Internal Auditor', 'Management', 'Hamburg', 'de', 'katharina.brandt', { roles: ['auditor'] }),
  row('frank.ostermann', 'Frank Ostermann', 'Legal Counsel', 'Management', 'Berlin', 'de', 'katharina.brandt'),
  row('heike.ritter', 'Heike Ritter', 'Executive Assistant', 'Management', 'Hamburg', 'de', 'katharina.brandt'),
];

/** Everybody, the cast first. */
export const PEOPLE: readonly DemoPerson[] = [...CAST, ...BOARD, ...IT, ...BUSINESS];
