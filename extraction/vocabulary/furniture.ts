/**
 * Page furniture by its words: what stands on a page for the paper's sake and may cut a clause in two.
 * A line is furniture when one of these matches the whole of it.
 */
import { ord } from '../language/ord.ts';

export const FURNITURE: RegExp[] = [
  // signing lines
  /^(ordf\.?|ordförandens?|ordförandes|justerandes?|justerares?|justerings\p{L}*|just\.?|protokolls?justerares?)\s*sign(atur(er)?|\.)?(\s+.{0,40})?$/iu,
  /^justerar?(signaturer|sign\.?)(\s.{0,40})?$/iu,
  /^justeras$/i,
  /^paragrafen är justerad\.?$/i,
  // "Justerare:      Justerare:", "Justerares signatur:   Utdragsbestyrkande:"
  /^(?=.{0,120}$)(?:(?:justera(?:nde|re)\p{L}*|sign(?:atur(?:er)?)?|ordförandes?|utdragsbestyrkande|utdraget bestyrk(?:e[rs]|s)|rätt utdraget(?: intygar?s?)?)(?:[:.]\s*|\s+|$)){2,6}$/iu,
  /^(justera\p{L}*|ordförandens?) sign\p{L}*[\s.…_]+.{0,80}$/iu,
  /^sign(atur(er)?|\.)?\s*:?$/i,
  // "Sign. Ordf. Justerare Exp. datum Sign."
  /^(?=.{12,90}$)(?=.*\bsign)(?:(?:sign(?:atur)?|ordf(?:örande)?|justera\p{L}*|exp(?:edierad|ediering)?|datum|sekr(?:eterare)?)[.:]*(?:\s+|$)){3,8}$/iu,
  /^(?:\.{3}\s*){3,}$/u,
  // "Justerare: ........   Justerare: ........", "Sign ...... ......"
  /^(?=.{8,160}$)(?=.*[.…_]{6})(?=.*(?:justera|sign|ordf|sekr))[\p{L}:.…_\s]+$/iu,
  /^[.…_\s]{8,}$/u,
  /^(utdrags?bestyrkande|utdraget bestyrk(?:e[rs]|s)|rätt utdraget|bestyrkes|utdragets riktighet( intygas)?)( intygar?)?:?(\s.{0,40})?$/i,
  /^(justerandes? sign\S*|ordf\S* sign\S*)\s.*utdragsbestyrkande.*$/i,
  // the head of a § that goes on from the page before
  /^(?:\p{L}{1,6}\.?)?\s*(?:§\s*)?\d{1,4}(?:\/\d{2,4})?\s{0,9}§?[,\s]\s{0,9}\(?forts(?:ättning|\.)?\)?\.?$/iu,
  /^\(?forts(?:ättning|\.)?\s*(?:(?:av|från|på)\s*)?(?:\p{L}{1,6}\.?\s*)?§\s*\d{1,4}(?:\/\d{2,4})?\)?\.?$/iu,
  /^[_¯‾]{3,}$/,
  // page numbers
  /^(sida|sid\.?|sidan|page)\s*(?::\s*)?\d{1,4}(\s*(\(|\[|av|\/|of)\s*\d{1,4}\s*[)\]]?)?$/i,
  /^\d{1,4}\s*[([]\s*\d{1,4}\s*[)\]]$/,
  /^\(\d{1,4}\)$/,
  /^[-–]\s*\d{1,4}\s*[-–]$/,
  /^(blad(nr)?|sida|sid)\.?$/i,
  // running heads of minutes
  /^(sammanträdes)?protokoll\s*(nr\.?\s*)?\d{1,4}\s*(\(\s*\d{1,4}\s*\))?$/i,
  /^(sammanträdes|mötes)datum:?\s*(\d{4}-\d{2}-\d{2}(--?\d{2})?|\d{1,2} \p{L}+ \d{4})?$/iu,
  /^sida\s+\d+\s+av\s+\d+$/i,
  // "Storby Stad Kommunfullmäktige, protokoll"
  /^(?=.{0,90}$)\p{Lu}[\p{L} -]{2,60}(?:fullmäktige|styrelsen?|nämnd|nämnden|utskottet), protokoll$/u,
  // addresses at the foot
  /^(post|besöks|leverans|faktura)adress:?\s.*$/i,
  /^(e-?post|telefon|tfn|tel|fax|växel|internet|webb(plats)?|hemsida|org\.?\s?nr|organisationsn(umme)?r|bankgiro|plusgiro).*(@|www\.|\d{3}).*$/i,
  /^(https?:\/\/|www\.)\S+$/i,
  // "Storby kommun    Storgatan 4    Växel 0199-500 00    Org.nr 212000-0000"
  /^(?=.{0,160}$).*(?:\s{2,}|\s[|•·–-]\s)(?:växel|telefon|tfn|tel|fax|e-?post|org\.?\s?nr|bankgiro|plusgiro|pg|bg)\.?:?\s*\S*\d.*$/iu,
  // "Storby kommun   Sida"
  /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)? (?:kommun|stad|landsting)\s+(?:sida|sid|blad|sidnr)\.?$/iu,
  // "Storby kommun | 599 99 Storby | 0199-500 00", "599 99 Storby   info@storby.example"
  /^(?=.{0,120}$).*\b\d{3} ?\d{2} \p{Lu}\p{L}+.*(\s0\d{1,3}[-– ]\d[\d ]{4,}|\S@\S|www\.)/u,
  /^\p{Lu}[\p{L} -]{2,40}(\s{2,}|\s[|•·]\s?)\S+@\S+\.\p{L}+$/u,
  // "Datum   Diarienummer": labels of a letterhead, whose values stand below
  /^(?:(?:datum|diarienummer|dnr|sida|sid|blad|handläggare|(?:vår|er) (?:beteckning|referens)|(?:vårt|ert) (?:datum|dnr)|dokumentnummer)(?:\s*:)?(?:\s+|$)){2,6}$/iu,
  // digital signing
  /^.{0,60}\((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) \d{1,2}, \d{4} \d{1,2}:\d{2} [A-Z]{2,4}(\+\d+)?\)$/i,
  // "Anna Berg, Godkännare tjänsteskrivelse, 2031-04-28"
  /^(?:\p{L}[\p{L} .-]{3,60}, )?godkänn(?:are|d)(?: av)? \p{L}+(?:, \d{4}-\d{2}-\d{2})?$/iu,
  /^detta dokument är (?:elektroniskt|digitalt) (?:signerat|undertecknat)\b.{0,100}$/i,
  ord(
    /^(transaktion(s-?id)?|transaction|document id|dokument-?id|verifikat|signerat|penneo|scrive)\b.{0,120}$/i,
  ),
];
