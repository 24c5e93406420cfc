/** The tables as kysely sees them; made by migrations/. */
import type { Generated } from 'kysely';
import type { Radord } from '../../diarium/rader/types.ts';
import type { ItemTyp } from '../../extraction/item-types.ts';
import type { HandlingKind } from '../../extraction/record.ts';
import type { ArkivAvsikt } from '../arkiv.ts';
import type { Arendetyp } from '../bevakning.ts';
import type {
  KanalHandelse,
  KanalLage,
  KanalSlag,
  LeveransHandelse,
  LeveransStatus,
} from '../expediering.ts';
import type { Handelse } from '../handelselogg.ts';
import type { Roll } from '../konton.ts';
import type { OrganVad } from '../organ.ts';
import type { Utfall } from '../search.ts';
import type { FileStatus, PostStatus } from '../store.ts';

export interface Tables {
  /** `derived_rules`: those that the rows were derived by; see store/derived-rules.ts. */
  meta: { key: string; value: string };
  contents: {
    /** Of an unreadable path: `unreadable:` and the path. */
    sha256: string;
    status: FileStatus;
    code: string | null;
    reason_sv: string | null;
    reason_en: string | null;
    changed_at: string;
    /** 1: offered as current work, 0: as archive. */
    lopande: Generated<number>;
    /** Version of the rules that refused it; null: not refused, or not noted. */
    nekad_av: Generated<string | null>;
  };
  files: { path: string; sha256: string; offered_at: string };
  arkiv: {
    id: Generated<number>;
    namn: string;
    /** As JSON. */
    paths: string;
    lopande: number;
    om: number | null;
    at: string;
    av: string | null;
    lage: ArkivAvsikt;
    lage_at: string | null;
    lage_av: string | null;
    workflow_id: string | null;
    /** It reads again what older ones than this have read; null: an ordinary intake. */
    version: Generated<string | null>;
  };
  /** `sha256` as in contents. */
  arkiv_filer: { arkiv: number; path: string; sha256: string };
  /** Why a content that has a record was not read anew. */
  ej_omlasta: {
    sha256: string;
    status: 'refused' | 'failed';
    version: string;
    code: string;
    reason_sv: string;
    reason_en: string;
    at: string;
  };
  records: { sha256: string; version: string; file_name: string; json: string };
  handlingar: {
    pk: number;
    sha256: string;
    nr: number;
    huvudman: string | null;
    huvudman_key: string;
    kind: HandlingKind;
    organ: string | null;
    datum: string | null;
    first_page: number;
    /** The handling with `arenden: []`. */
    json: string;
  };
  arenden: {
    pk: number;
    handling_pk: number;
    nr: number;
    /** The matter it belongs to now: by its number, else its §'s (see matters.ts), else its own. */
    matter_id: string;
    by_number: string | null;
    by_paragraf: string | null;
    own: string;
    /** The matter that its number would mean, where nothing confirms the number. */
    maybe_number: string | null;
    diarienummer: string | null;
    rubrik: string | null;
    /** The ärende; null for a handling without ärenden. */
    json: string | null;
    /** 1: it names a ground of secrecy. */
    hemlig: number;
    /** What it is found by beside one that does; see sekretess.ts. */
    titel: string | null;
  };
  /** The matters that the other numbers printed at an ärende mean. */
  andra_nummer: { arende_pk: number; matter_id: string };
  matters: {
    id: string;
    huvudman: string | null;
    huvudman_key: string;
    diarienummer: string | null;
    /** Normalised, and without its diary's letters. */
    number: string | null;
    tail: string | null;
    /** 1: nothing confirms the number. */
    obekraftat: number;
    rubrik: string | null;
    /** 1: handlingar changed since its way was computed. */
    stale: number;
    /** 1: a workflow follows it. */
    lever: Generated<number>;
    /** How often its way changed since its workflow was told; 0: told. */
    wake: Generated<number>;
  };
  items: {
    pk: number;
    arende_pk: number;
    id: string;
    typ: ItemTyp;
    text: string;
    huvudman: string | null;
    huvudman_key: string;
    organ: string | null;
    datum: string | null;
    diarienummer: string | null;
    paragraf: string | null;
    rubrik: string | null;
    parti: string | null;
    file_name: string;
    page: number | null;
    bbox: string | null;
    /** Names of fields, as JSON. */
    obekraftade: string;
    utfall: Utfall | null;
    /** 1: a personal number stands in it. */
    maskeras: number;
    /** The pk of the item that this one is one with, see samma.ts; null: it is one by itself. */
    samma: number | null;
  };
  item_persons: {
    item_pk: number;
    nr: number;
    namn: string | null;
    parti: string | null;
    /** As they are asked for: see store/person-key.ts. */
    namn_key: string | null;
    parti_key: string | null;
  };
  ways: {
    matter_id: string;
    hos: string | null;
    avslutat: number;
    steg: string;
    /** null: kept by an earlier version of the program. */
    typ: Arendetyp | null;
    vantar: string | null;
  };
  poster: {
    matter_id: string;
    nr: number;
    huvudman: string | null;
    huvudman_key: string;
    mottagare: string;
    status: PostStatus;
    /** The post's, YYYY-MM-DD. */
    datum: string | null;
    /** The whole post. */
    json: string;
  };
  doubts: {
    pk: Generated<number>;
    sha256: string;
    handling_pk: number | null;
    arende_pk: number | null;
    /** Place of its code in the order of consequence. */
    rank: number;
    confidence: number | null;
    huvudman_key: string;
    organ: string | null;
    file_name: string;
    page: number | null;
    /** `Doubt['rad']`. */
    json: string;
  };
  sammanforda: {
    /** A matter's id that is no matter of its own any more, and the one that it means (which may itself be joined). */
    matter_id: string;
    till: string;
    huvudman_key: string;
    diarienummer: string | null;
    number: string | null;
    tail: string | null;
    at: string;
    av: string;
  };
  sammanforingar: {
    pk: Generated<number>;
    matter_id: string;
    till: string;
    vad: 'sammanford' | 'skild';
    at: string;
    av: string;
  };
  postmarken: {
    id: string;
    status: PostStatus;
    skal: string | null;
    at: string;
    av: string;
    /** Of the item's file, and the version of the program that it was read by. */
    sha256: string | null;
    version: string | null;
    mottagare: string | null;
    text: string | null;
  };
  /** Of items and ärenden that are called otherwise than by their id, and matters that are no more: see store/postnamn.ts. */
  postnamn: {
    namn: string;
    sha256: string;
    slag: 'post' | 'arende' | 'matter';
    id: string | null;
    galler: number;
  };
  lydelser: {
    namn: string;
    nr: number;
    sha256: string;
    /** What it is known again by, and of an item its `Lydelse`, as JSON. */
    json: string;
    matter_id: string;
    offentlig: number;
    till: string;
  };
  rattelser: {
    id: string;
    sha256: string;
    nr: number;
    av: string;
    at: string;
    /** `mal`, `med` and `atgard` of the Rattelse. */
    json: string;
    angrad_nr: number | null;
    angrad_av: string | null;
    angrad_at: string | null;
  };
  granskade: { sha256: string; av: string; at: string; sedda: string };
  granskningspaminnelser: { sha256: string; nr: number; at: string; vantar: number };
  mal: { pk: Generated<number>; sha256: string; id: string; typ: string; falt: string };
  diarieord: {
    nr: Generated<number>;
    rad: string;
    sha256: string;
    typ: Radord['typ'];
    paragraf: string | null;
    page: number;
    vad: Radord['vad'];
    /** `Radord['uppgifter']`, as JSON. */
    uppgifter: string;
    av: string;
    at: string;
  };
  /** What a matter waits for, one row each; see BevakningStore. */
  vantningar: {
    matter_id: string;
    nr: number;
    huvudman: string | null;
    huvudman_key: string;
    typ: Arendetyp;
    senaste_steg: string | null;
    vad: string;
    organ: string | null;
    senast: string | null;
    steg: string;
    /** The `Vantan`. */
    json: string;
  };
  paminnelser: {
    id: string;
    matter_id: string;
    steg: string;
    vad: string;
    organ: string | null;
    till: string;
    text: string;
    at: string;
  };
  kanaler: {
    huvudman_key: string;
    namn: string;
    huvudman: string | null;
    slag: KanalSlag;
    mottagare: string;
    adress: string;
    /** Names and values, as JSON. */
    installningar: string;
    lage: KanalLage;
    andrad: string;
    andrad_av: string;
  };
  kanalhandelser: {
    pk: Generated<number>;
    huvudman_key: string;
    namn: string;
    vad: KanalHandelse['vad'];
    /** The channel as it was then, as JSON. */
    kanal: string;
    av: string;
    at: string;
  };
  leveranser: {
    nyckel: string;
    huvudman: string | null;
    huvudman_key: string;
    matter_id: string;
    steg: string;
    version: number;
    mottagare: string;
    organ: number;
    fran: string | null;
    datum: string | null;
    paragraf: string | null;
    rubrik: string | null;
    diarienummer: string | null;
    kanal: string | null;
    slag: KanalSlag;
    status: LeveransStatus;
    /** As JSON. */
    hinder: string;
    slappt: string;
    innehall: string;
    /** sha256 of a blob. */
    forsandelse: string | null;
    andrad: number;
    forsok: number;
    fel: string | null;
    /** As JSON. */
    kvitto: string | null;
    provkorning: string | null;
    provkord_for: string | null;
    paminnelser: number;
    skapad: string;
    skickad: string | null;
    levererad: string | null;
    /** 1: something has changed that its workflow does not know of yet. */
    vack: number;
  };
  leveranshandelser: {
    pk: Generated<number>;
    nyckel: string;
    at: string;
    vad: LeveransHandelse['vad'];
    av: string | null;
    uppgift: string | null;
  };
  organ_andringar: {
    nr: Generated<number>;
    andring: number;
    vad: OrganVad;
    angrar: number | null;
    huvudman: string | null;
    huvudman_key: string;
    organ: string;
    /** `OrganPost`, as JSON. */
    fore: string | null;
    efter: string | null;
    at: string;
    av: string;
  };
  /** The audit log; `om` and `uppgifter` as JSON. */
  handelser: Omit<Handelse, 'om' | 'uppgifter'> & { om: string; uppgifter: string };
  handelse_om: { om: string; nr: number };
  /** `mal`: an id of a thing in the file. */
  oppna: { sha256: string; mal: string; webblasare: string; av: string; sedan: string; senast: string };
  /** `Lasning[]`, as JSON. */
  organ_lasningar: { sha256: string; regler: string; json: string };
  stems: { pk: number; stem: string };
  konton: {
    /** The name in small letters. */
    nyckel: string;
    namn: string;
    roll: Roll;
    losenord: string;
    skapad: string;
    losenord_at: string;
    stangd: string | null;
    senast: string | null;
  };
  /** `hash` and `konto`: of what the browser has, and of whose it is. */
  sessioner: { hash: string; konto: string; skapad: string; senast: string; program: string };
  nycklar: {
    id: string;
    hash: string;
    namn: string;
    roll: Roll;
    skapad: string;
    skapad_av: string;
    stangd: string | null;
    senast: string | null;
  };
}
