/** Every template of the bed. */
import type { Mall } from '../mall.ts';
import { auOchNamnd } from './au-och-namnd.ts';
import { bunt } from './bunt.ts';
import { diariekod } from './diariekod-egen-rad.ts';
import { digitalSignering } from './digital-signering.ts';
import { etiketterPaRaden } from './etiketter-pa-raden.ts';
import { exportBeslutForst } from './export-beslut-forst.ts';
import { flattadDump } from './flattad-dump.ts';
import { forbundLopande } from './forbund-lopande.ts';
import { foredragningslista } from './foredragningslista.ts';
import { fortsHuvud } from './forts-huvud.ts';
import { glesaRubriker } from './glesa-rubriker.ts';
import { kallelseMedForslag } from './kallelse-med-forslag.ts';
import { kfPrefixParagraf } from './kf-prefix-paragraf.ts';
import { konverteradRadvis } from './konverterad-radvis.ts';
import { nittiotal } from './nittiotal-utan-marginal.ts';
import { omvandParagraf } from './omvand-paragraf.ts';
import { passivaStycken } from './passiva-stycken.ts';
import { prefixUtanTecken } from './prefix-utan-tecken.ts';
import { regionExpedieras } from './region-expedieras.ts';
import { regionPunktlista } from './region-punktlista.ts';
import { rostlangdLista } from './rostlangd-lista.ts';
import { rostlangdTabell } from './rostlangd-tabell.ts';
import { skrivmaskinMarginal } from './skrivmaskin-marginal.ts';
import { stadEnligtForslag } from './stad-enligt-forslag.ts';
import { stadsdel } from './stadsdel.ts';
import { tjansteskrivelse } from './tjansteskrivelse.ts';
import { tjansteutlatande } from './tjansteutlatande.ts';
import { utdragBestyrkt } from './utdrag-bestyrkt.ts';
import { smalSpalt } from './utskott-smal-spalt.ts';
import { versaler } from './versaler-namnden-beslutar.ts';

export const MALLAR: Mall[] = [
  exportBeslutForst,
  skrivmaskinMarginal,
  stadsdel,
  stadEnligtForslag,
  prefixUtanTecken,
  versaler,
  flattadDump,
  regionExpedieras,
  regionPunktlista,
  omvandParagraf,
  kfPrefixParagraf,
  auOchNamnd,
  passivaStycken,
  forbundLopande,
  rostlangdTabell,
  digitalSignering,
  fortsHuvud,
  utdragBestyrkt,
  tjansteskrivelse,
  tjansteutlatande,
  kallelseMedForslag,
  foredragningslista,
  bunt,
  glesaRubriker,
  rostlangdLista,
  etiketterPaRaden,
  nittiotal,
  konverteradRadvis,
  diariekod,
  smalSpalt,
];
