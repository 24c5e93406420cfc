/**
 * E-mail as a channel: one message to one address over SMTP, the utdrag attached. Sent a second time it has the same Message-ID and the
 * same `Expediera-Nyckel`, so that a receiver can tell that it has it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import nodemailer from 'nodemailer';
import { isLoopbackHost } from './address.ts';
import { ofSmtpError } from './epost-fel.ts';
import { brevtext } from './epost-text.ts';
import type { EpostKanal } from './settings.ts';
import { answerText, beslutsnamn, oneLine, safeName } from './text.ts';
import { type Forsandelse, type Kvitto, SandFel, type SandMiljo } from './types.ts';

/** Sends it and waits until the server has taken it. That is no proof that anybody has read it. */
export async function sandEpost(
  kanal: EpostKanal,
  forsandelse: Forsandelse,
  miljo: SandMiljo,
): Promise<Kvitto> {
  mustBeSafe(kanal);
  const nu = miljo.nu ?? (() => new Date());
  const deadline = AbortSignal.timeout(kanal.sekunder * 1000);
  const transport = nodemailer.createTransport({
    host: kanal.host,
    port: kanal.port,
    secure: kanal.tls === 'direkt',
    requireTLS: kanal.tls === 'starttls',
    ignoreTLS: kanal.tls === 'ingen',
    tls: { minVersion: 'TLSv1.2' },
    ...authOf(kanal, miljo),
    connectionTimeout: kanal.sekunder * 1000,
    greetingTimeout: kanal.sekunder * 1000,
    socketTimeout: kanal.sekunder * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const signal = miljo.signal ? AbortSignal.any([miljo.signal, deadline]) : deadline;
    const message = { ...messageOf(kanal, forsandelse), date: nu(), signal };
    const info = await transport.sendMail(message);
    const vad = answerText(info.response ?? '');
    return { at: nu().toISOString(), vad, id: messageId(kanal, forsandelse), redan: false };
  } catch (error) {
    throw ofSmtpError(error, deadline.aborted, kanal);
  } finally {
    transport.close();
  }
}

/** Writes the message as it would go, as an .eml that any mail program opens. */
export async function provkorEpost(
  kanal: EpostKanal,
  forsandelse: Forsandelse,
  katalog: string,
): Promise<string[]> {
  mustBeSafe(kanal);
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail({ ...messageOf(kanal, forsandelse), date: new Date() });
  await mkdir(katalog, { recursive: true });
  const path = join(katalog, `${forsandelse.nyckel}.eml`);
  await writeFile(path, message as Buffer);
  return [path];
}

/** The same for the same key from the same sender. */
function messageId(kanal: EpostKanal, { nyckel }: Forsandelse): string {
  return `<${nyckel}@${kanal.fran.slice(kanal.fran.lastIndexOf('@') + 1)}>`;
}

function messageOf(kanal: EpostKanal, forsandelse: Forsandelse): SendMailOptions {
  const { nyckel, rubrik, diarienummer } = forsandelse;
  const subject = [beslutsnamn(forsandelse), diarienummer, rubrik].filter(Boolean).join(' – ');
  return {
    messageId: messageId(kanal, forsandelse),
    from: { name: oneLine(kanal.franNamn ?? '', 200), address: kanal.fran },
    to: { name: oneLine(forsandelse.mottagare, 200), address: kanal.till },
    subject: oneLine(`Beslut: ${subject}`, 200),
    text: brevtext(forsandelse),
    headers: {
      'Expediera-Nyckel': nyckel,
      // RFC 3834: nobody's absence message should answer it.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'sv',
    },
    attachments: [
      {
        filename: `${safeName(forsandelse.fileName.replace(/\.pdf$/i, ''), nyckel)}.pdf`,
        content: Buffer.from(forsandelse.utdrag),
        contentType: 'application/pdf',
      },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Without encryption only to this machine. Throws a SandFel otherwise. */
function mustBeSafe({ tls, host }: EpostKanal): void {
  if (tls !== 'ingen' || isLoopbackHost(host)) return;
  throw new SandFel(
    'slutgiltigt',
    `E-post till servern ${host} måste krypteras: sätt tls till starttls eller direkt.`,
    `E-mail to the server ${host} must be encrypted: set tls to starttls or direkt.`,
  );
}

function authOf({ anvandare, losenordEnv }: EpostKanal, { env }: SandMiljo) {
  if (anvandare === undefined) return {};
  const pass = losenordEnv === undefined ? undefined : env[losenordEnv];
  if (pass !== undefined && pass !== '') return { auth: { user: anvandare, pass } };
  throw new SandFel(
    'slutgiltigt',
    `Lösenordet till e-postservern saknas: sätt miljövariabeln ${losenordEnv ?? '(losenordEnv i kanalen)'}.`,
    `The password of the mail server is missing: set the environment variable ${losenordEnv ?? '(losenordEnv of the channel)'}.`,
  );
}
