/**
 * Every figure that is shown for Prometheus: its name, what it says and what it is told apart by. Labels have few values, all
 * of them the program's own words: never a matter, a file or a person. docs/operation.md has its table from here.
 */
export interface Definition {
  kind: 'counter' | 'gauge' | 'histogram';
  name: string;
  help: string;
  labels?: readonly string[];
  buckets?: readonly number[];
}

/** From a page with text, read in a hundredth of a second, to a file that takes its ten minutes. */
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180, 600];
const OCR_SECONDS = [0.25, 0.5, 1, 2, 3, 4, 5, 7.5, 10, 15, 20, 30, 60, 120, 180];

export const DEFINITIONS = {
  build: {
    kind: 'gauge',
    name: 'expediera_build_info',
    help: 'Always 1; the versions that run are its labels.',
    labels: ['version', 'extraction', 'reading', 'node'],
  },
  files: {
    kind: 'gauge',
    name: 'expediera_files',
    help: 'Distinct contents by status: done, refused, failed, running.',
    labels: ['status'],
  },
  filesOldest: {
    kind: 'gauge',
    name: 'expediera_files_oldest_running_age_seconds',
    help: 'Since when the content that has been under way longest is; 0 when none is.',
  },
  filesEnded: {
    kind: 'counter',
    name: 'expediera_files_ended_total',
    help: 'Files that ended here: done, refused, failed.',
    labels: ['outcome'],
  },
  pages: {
    kind: 'counter',
    name: 'expediera_pages_read_total',
    help: 'Pages of the records made here, by where their text is from: embedded, ocr, none. A file read again counts again.',
    labels: ['source'],
  },
  ocrPages: {
    kind: 'counter',
    name: 'expediera_ocr_pages_total',
    help: 'Pages given to OCR here that came back: read, or unread (they could not be drawn or took too long).',
    labels: ['outcome'],
  },
  ocrSeconds: {
    kind: 'histogram',
    name: 'expediera_ocr_seconds',
    help: 'How long an OCR thread reads: a page, or a strip of it for the second time.',
    labels: ['reading'],
    buckets: OCR_SECONDS,
  },
  steps: {
    kind: 'histogram',
    name: 'expediera_step_seconds',
    help: 'How long the steps of workflows take here, failed ones too.',
    labels: ['step'],
    buckets: SECONDS,
  },
  stepsRunning: {
    kind: 'gauge',
    name: 'expediera_steps_running',
    help: 'Steps under way here.',
    labels: ['step'],
  },
  stepFailures: {
    kind: 'counter',
    name: 'expediera_step_failures_total',
    help: 'Steps that failed here: refused (the input is at fault), final (not tried again), cancelled, or error (tried again).',
    labels: ['step', 'kind'],
  },
  stepRetries: {
    kind: 'counter',
    name: 'expediera_step_retries_total',
    help: 'Steps begun here that had been tried before.',
    labels: ['step'],
  },
  queueDepth: {
    kind: 'gauge',
    name: 'expediera_queue_depth',
    help: 'Tasks that wait for a worker, about, by task queue (light, ocr, leverans) and kind (workflow, activity).',
    labels: ['queue', 'kind'],
  },
  queueOldest: {
    kind: 'gauge',
    name: 'expediera_queue_oldest_age_seconds',
    help: 'How long the oldest of them has waited, about.',
    labels: ['queue', 'kind'],
  },
  deliveries: {
    kind: 'gauge',
    name: 'expediera_deliveries',
    help: 'Deliveries that are not delivered, by status; misslyckad: given up, a person may send it again.',
    labels: ['status'],
  },
  deliveriesOldest: {
    kind: 'gauge',
    name: 'expediera_deliveries_oldest_age_seconds',
    help: 'Since when the oldest of them is planned.',
    labels: ['status'],
  },
  posts: { kind: 'gauge', name: 'expediera_posts_waiting', help: 'Posts that wait in inboxes.' },
  postsOldest: {
    kind: 'gauge',
    name: 'expediera_posts_oldest_waiting_age_seconds',
    help: 'Since the day of the oldest of them; what came in as archive counts too.',
  },
  databaseBytes: {
    kind: 'gauge',
    name: 'expediera_database_bytes',
    help: 'What the database takes on disk.',
  },
  blobBytes: {
    kind: 'gauge',
    name: 'expediera_blobs_bytes',
    help: 'What the files and what was read of them take in the home; counted once an hour. Not there where blobs are kept elsewhere.',
  },
  diskFree: {
    kind: 'gauge',
    name: 'expediera_disk_free_bytes',
    help: 'Free on the disk that holds the home.',
  },
  diskSize: { kind: 'gauge', name: 'expediera_disk_size_bytes', help: 'Size of that disk.' },
  collectErrors: {
    kind: 'counter',
    name: 'expediera_collect_errors_total',
    help: 'Figures that could not be had when they were asked for: store, temporal, disk.',
    labels: ['source'],
  },
} as const satisfies { readonly [name: string]: Definition };
