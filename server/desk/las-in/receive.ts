/** Files as they are sent: by a plain form, all in one, or by client code, some at a time. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import type { SentFile, Upload } from '../../../engine/intake/upload-types.ts';
import { Problem } from '../../../engine/problem.ts';
import { outageOf } from '../../../store/outage.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { noEngine, say } from './answers.ts';
import { CutOff, readForm } from './multipart.ts';
import { filled, words } from './words.ts';

type DeskContext = Context<DeskEnv>;

/** Left free for what follows from the files, bytes. */
const SPARE_BYTES = 500_000_000;

/** There is no room for what is sent. */
class NoRoom extends Error {
  override readonly name = 'NoRoom';
  readonly free: number;

  constructor(free: number) {
    super('no room for what is sent');
    this.free = free;
  }
}

/** Nothing runs that could take anything in. */
class NotRunning extends Error {
  override readonly name = 'NotRunning';
}

/** What an intake is called by: the folder or file at the top of the first of its files. */
const topOf = (name: string): string => name.split(/[/\\]/u).find((part) => /[^.\s]/u.test(part)) ?? 'filer';

/** What went wrong, for people, and as a status; null: a fault of ours. */
function faultOf(error: unknown, context: DeskContext): { text: string; status: 400 | 409 | 503 } | null {
  const { sprak } = context.var;
  const said = words[sprak];
  if (error instanceof CutOff) return { text: said.cutText, status: 400 };
  if (error instanceof NotRunning)
    return { text: `${said.noEngine}. ${said.noEngineText} npm start`, status: 503 };
  if (error instanceof NoRoom)
    return {
      status: 503,
      text: filled(
        said.noSpace,
        (error.free / 1e9).toLocaleString(sprak === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1 }),
      ),
    };
  if (error instanceof Problem && error.code !== 'outage') return { text: said.refusedHere, status: 409 };
  const outage = outageOf(error instanceof Problem ? error.cause : error);
  return outage && { text: `${outage[sprak]}.`, status: 503 };
}

export function addReceive(app: DeskApp, deps: DeskDeps): void {
  async function roomFor(bytes: number): Promise<NoRoom | null> {
    const free = await deps.blobs.free();
    return free !== null && bytes + SPARE_BYTES > free ? new NoRoom(free) : null;
  }

  /** Reads the form's files, each into what `upload` gives for it; where there is no room they are passed over. */
  async function takeFiles(
    context: DeskContext,
    upload: (name: string) => Promise<Upload>,
    field: (name: string, value: string) => void = () => {},
  ): Promise<SentFile[]> {
    const bytes = Number(context.req.header('content-length') ?? 0);
    const noRoom = await roomFor(Number.isFinite(bytes) ? bytes : 0);
    const sent: SentFile[] = [];
    await readForm(context.req.header('content-type') ?? '', context.req.raw.body, {
      field,
      async file(name, chunks) {
        // how much is to come is not always said: there has to be some room for each
        const full = noRoom ?? (await roomFor(0));
        if (full) throw full;
        sent.push(await (await upload(name)).add(name, chunks));
      },
    });
    return sent;
  }

  app.post('/las-in', async (context) => {
    const { sprak, besokare } = context.var;
    const said = words[sprak];
    const engine = await deps.engine();
    if (!engine) return noEngine(context);
    let lopande = false;
    let upload: Upload | undefined;
    const begin = async (name: string): Promise<Upload> => {
      upload ??= await engine.uploads.begin({ namn: topOf(name), lopande, av: besokare.namn });
      return upload;
    };
    try {
      await takeFiles(context, begin, (name, value) => {
        if (name === 'slag') lopande = value === 'lopande';
      });
      await upload?.finish();
    } catch (error) {
      // what came whole stays, and is read
      await upload?.cutOff().catch(() => {});
      const fault = faultOf(error, context);
      if (!fault) throw error;
      const there = upload && html` <a href="/arkiv/${upload.arkiv}">${said.follow}</a>`;
      return say(
        context,
        fault.status === 400 ? said.cut : said.away,
        html`${fault.text}${there ?? ''}`,
        fault,
      );
    }
    if (!upload) return say(context, said.nothingChosen, said.nothingChosenText, { status: 422 });
    return context.redirect(`/arkiv/${upload.arkiv}`, 303);
  });

  /** An answer for client code; what goes wrong it shows. */
  const answered =
    (work: (context: DeskContext) => Promise<object>) =>
    async (context: DeskContext): Promise<Response> => {
      try {
        return context.json(await work(context));
      } catch (error) {
        const fault = faultOf(error, context);
        if (!fault) throw error;
        return context.json({ fel: fault.text }, fault.status);
      }
    };

  async function uploads() {
    const engine = await deps.engine();
    if (!engine) throw new NotRunning();
    return engine.uploads;
  }

  const small = bodyLimit({ maxSize: 10_000 });

  app.post(
    '/las-in/ny',
    small,
    answered(async (context) => {
      const given: unknown = await context.req.json().catch(() => null);
      const { namn = '', lopande, bytes } = (given ?? {}) as { [name: string]: unknown };
      const noRoom = await roomFor(typeof bytes === 'number' ? bytes : 0);
      if (noRoom) throw noRoom;
      const { arkiv } = await (await uploads()).begin({
        ...{ namn: topOf(String(namn)).slice(0, 200), lopande: lopande === true },
        av: context.var.besokare.namn,
      });
      return { arkiv };
    }),
  );
  app.post(
    '/las-in/:nr{[0-9]{1,9}}',
    answered(async (context) => {
      const upload = await (await uploads()).open(Number(context.req.param('nr')));
      const sent = await takeFiles(context, async () => upload);
      return { filer: sent.map(({ path, taken }) => ({ path, taken })) };
    }),
  );
  app.post(
    '/las-in/:nr{[0-9]{1,9}}/klart',
    small,
    answered(async (context) => {
      await (await uploads()).finish(Number(context.req.param('nr')));
      return {};
    }),
  );
}
