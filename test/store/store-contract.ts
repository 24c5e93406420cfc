/**
 * What every store must do. An implementation's own test calls this with a way to open an empty store:
 * `storeContract('SQLite', async () => openSqliteStore(':memory:'))`.
 */
import { describe } from 'vitest';
import { arkivContract } from './contract/arkiv.ts';
import { bevakningContract } from './contract/bevakning.ts';
import { diariumContract } from './contract/diarium.ts';
import { expedieringContract } from './contract/expediering.ts';
import { filesContract } from './contract/files.ts';
import { granskaContract } from './contract/granska.ts';
import { granskaFilerContract } from './contract/granska-filer.ts';
import { handelseloggContract } from './contract/handelselogg.ts';
import { installationContract } from './contract/installation.ts';
import { kontonContract } from './contract/konton.ts';
import { mattersContract } from './contract/matters.ts';
import { matvardenContract } from './contract/matvarden.ts';
import { omlasningContract } from './contract/omlasning.ts';
import { oppnaContract } from './contract/oppna.ts';
import { orderContract } from './contract/order.ts';
import { organContract } from './contract/organ.ts';
import { postnamnContract } from './contract/postnamn.ts';
import { processerContract } from './contract/processer.ts';
import { rattelserContract } from './contract/rattelser.ts';
import { recordsContract } from './contract/records.ts';
import { sammaContract } from './contract/samma.ts';
import { searchContract } from './contract/search.ts';
import { sekretessContract } from './contract/sekretess.ts';
import { unconfirmedContract } from './contract/unconfirmed.ts';
import type { Open } from './contract/use-store.ts';
import { waysContract } from './contract/ways.ts';

export function storeContract(name: string, open: Open): void {
  describe(`store contract: ${name}`, () => {
    filesContract(open);
    arkivContract(open);
    recordsContract(open);
    mattersContract(open);
    waysContract(open);
    processerContract(open);
    searchContract(open);
    sammaContract(open);
    granskaContract(open);
    granskaFilerContract(open);
    diariumContract(open);
    bevakningContract(open);
    omlasningContract(open);
    orderContract(open);
    unconfirmedContract(open);
    rattelserContract(open);
    oppnaContract(open);
    postnamnContract(open);
    expedieringContract(open);
    organContract(open);
    matvardenContract(open);
    handelseloggContract(open);
    installationContract(open);
    kontonContract(open);
    sekretessContract(open);
  });
}
