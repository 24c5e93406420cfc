/** What there may be in a file besides what its pages show. */

/** A text that is in the file and on no page of its own accord. */
export interface BesideText {
  /** The name of what holds it: "Title", "Alt"; of XMP the element's. */
  key: string;
  text: string;
}

export interface Besides {
  /** Why more may be in it than can be told: the first reason that was found; null: nothing but `texts`. */
  more: string | null;
  texts: BesideText[];
}
