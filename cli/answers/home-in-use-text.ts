/** A second installation on a home, told to whoever started it: mostly they want to give more files to the first. */
import { type HomeInUse, processOf } from '../../engine/home/lock.ts';
import { readPorts } from '../../engine/home/ports.ts';
import { moment } from './moment.ts';

export function homeInUseText({ home, holder }: HomeInUse): string {
  const first = `${home} används redan av ${processOf(holder)}, sedan ${moment(holder.since)}.`;
  const stop = `Stoppa den: Ctrl+C i fönstret där den startades, eller kill ${holder.pid}; körs den som en tjänst: systemctl stop och tjänstens namn.`;
  const other = 'En till bredvid: ange en annan mapp med EXPEDIERA_HOME.';
  if (readPorts(home) === null) {
    return [
      first,
      'Den tar inte emot något just nu: den startar, stoppas eller återställs. Vänta en stund och gör om kommandot.',
      ...[stop, other],
      `The home is already in use by process ${holder.pid}, which starts, stops or is restored: wait and try again, stop it, or give another EXPEDIERA_HOME.`,
    ].join('\n');
  }
  return [
    first,
    'Fler filer: lämna dem till den som är igång med expediera ingest MAPP.',
    ...[stop, other],
    `The home is already in use by process ${holder.pid}: hand files to it with "expediera ingest PATH", stop it with Ctrl+C or kill ${holder.pid}, or give another EXPEDIERA_HOME.`,
  ].join('\n');
}
