/** What the workflow of a file that people look at can be told and asked. */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Angran, Beslut, Klar } from '../diarium/rattelser/types.ts';

/** What came of a decision: its place among all that was decided of the file. */
export interface Besvarat {
  nr: number;
}

export interface GranskaLage {
  /** Things of the file that need a person, and those of them that hold up what is to be sent. */
  vantar: number;
  haller: number;
  /** How often people were reminded, and when they will be next: ISO 8601; null when they need not be. */
  paminnelser: number;
  paminns: string | null;
  /** Decisions that this workflow has seen kept. */
  beslut: number;
}

/** A person decides. Refused at once, with the reason, when it cannot be meant or somebody else was first. */
export const beslutaUpdate = defineUpdate<Besvarat, [Beslut]>('besluta');
/** A person takes a decision back. */
export const angraUpdate = defineUpdate<Besvarat, [Angran]>('angra');
/** A person has gone through the whole file. */
export const klarUpdate = defineUpdate<void, [Klar]>('klar');
/** The file was read or saved anew: what waits is to be counted again. */
export const andradSignal = defineSignal('andrad');
export const granskaLageQuery = defineQuery<GranskaLage>('lage');

/** The type of the failure that says why a decision was not kept; its details are one GranskaFel. */
export const AVVISAD = 'RattelseAvvisad';

export interface GranskaFel {
  code: string;
  sv: string;
  en: string;
}
