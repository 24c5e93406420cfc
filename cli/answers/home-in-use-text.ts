/** A second installation on a home, told to whoever started it: mostly they want to give more files to the first. */
import { type HomeInUse, processOf } from '../../engine/home/lock.ts';
import { moment } from './moment.ts';

export function homeInUseText({ home, holder }: HomeInUse): string {
  return [
    `${home} används redan av ${processOf(holder)}, sedan ${moment(holder.since)}.`,
    'Fler filer: lämna dem till den som är igång med expediera ingest MAPP.',
    `Stoppa den: Ctrl+C i fönstret där den startades, eller kill ${holder.pid}; körs den som en tjänst: systemctl stop och tjänstens namn.`,
    'En till bredvid: ange en annan mapp med EXPEDIERA_HOME.',
    `The home is already in use by process ${holder.pid}: hand files to it with "expediera ingest PATH", stop it with Ctrl+C or kill ${holder.pid}, or give another EXPEDIERA_HOME.`,
  ].join('\n');
}
