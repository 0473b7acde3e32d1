import type { ApprovalPolicy, Delegation } from '../approvals';
import type { ClassifierModel } from '../classifier';
import type { Item, ItemGraph, Service } from '../configuration';
import type { Summary } from '../kernel';
import type { Article } from '../knowledge';
import type { Group, Person } from '../people';
import type { Freeze, MaintenanceWindow, Schedule } from '../scheduling';
import type { Agreement, Calendar, ServiceLevels } from '../sla';
import type { Category, Settings } from './catalog';
import type { Offering } from './offering';

/** What finds categories from texts, as far as it is loaded on this instance. */
export interface CategoryModels {
  /** Learned from the organization's own tickets; its labels are ids of categories. */
  readonly own?: ClassifierModel;
  /** Comes with Bellhop; its labels are topics that categories may stand for. */
  readonly shipped?: ClassifierModel;
}

/** The organisation and its configuration as one instance knows it now: in memory, read-only, no storage call. */
export interface Directory {
  person(id: string | undefined): Person | undefined;
  personByObjectId(aadObjectId: string): Person | undefined;
  group(id: string | undefined): Group | undefined;
  category(id: string | undefined): Category | undefined;
  offering(id: string | undefined): Offering | undefined;
  article(id: string | undefined): Article | undefined;
  calendar(id: string | undefined): Calendar | undefined;
  agreement(id: string | undefined): Agreement | undefined;
  service(id: string | undefined): Service | undefined;
  item(id: string | undefined): Item | undefined;
  freeze(id: string | undefined): Freeze | undefined;
  maintenanceWindow(id: string | undefined): MaintenanceWindow | undefined;
  /** Any active record by its id: for practices that this room does not know. */
  summary(id: string | undefined): Summary | undefined;
  settings(): Partial<Settings>;
  categoryModels(): CategoryModels;
  /** Does Teams say that this person is out of office? False where presence is not read. */
  isOutOfOffice(personId: string): boolean;
  people(): Iterable<Person>;
  groups(): Iterable<Group>;
  categories(): Iterable<Category>;
  offerings(): Iterable<Offering>;
  articles(): Iterable<Article>;
  calendars(): Iterable<Calendar>;
  agreements(): Iterable<Agreement>;
  services(): Iterable<Service>;
  items(): Iterable<Item>;
  freezes(): Iterable<Freeze>;
  maintenanceWindows(): Iterable<MaintenanceWindow>;
  delegations(): Iterable<Delegation>;
  approvalPolicies(): Iterable<ApprovalPolicy>;
  /** All active records of a practice. */
  summaries(practice: string): Iterable<Summary>;
  /** What is promised now; the same object until the configuration changes. */
  serviceLevels(): ServiceLevels;
  /** Which item runs on which; the same object until items change. */
  itemGraph(): ItemGraph;
  /** What stands in the change calendar now: bookings, freezes, maintenance windows, exceptions. */
  schedule(): Schedule;
}

export const DEFAULT_AUTO_CLOSE_DAYS = 5;

/** `Hardware › Laptop` in the reader's language. */
export function categoryPath(directory: Directory, id: string | undefined, language: string): string | undefined {
  const entry = directory.category(id);
  if (!entry) return undefined;
  const name = language === 'de' ? (entry.nameDe ?? entry.name) : entry.name;
  const parent = categoryPath(directory, entry.parentId, language);
  return parent ? `${parent} › ${name}` : name;
}
