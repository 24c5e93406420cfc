/** Infinitives that clauses of a decision begin with, where no "att" stands before them: "… besluta anta taxan". */
export const BESLUTSVERB =
  '(?:anmoda|anse|anslå|ansluta|ansöka|anta|anteckna|antaga|anvisa|avge|avskriva|avslå|avstyrka|avsätta|avvisa|bemyndiga|besvara|bevilja|bifalla|bilda|delegera|entlediga|fastställa|förklara|föreslå|förlänga|förorda|förvärva|försälja|förrätta|ge|genomföra|godkänna|godta|hemställa|införa|inleda|inrätta|investera|justera|lägga|lämna|medge|nominera|notera|omfördela|ombilda|överföra|överlåta|överlämna|översända|rekommendera|remittera|revidera|reservera|starta|ställa sig bakom|sälja|säga upp|tacka|teckna|tilldela|tillföra|tillsätta|tillstyrka|tillsända|uppdra|uppdraga|upphandla|upphäva|upprätta|upplåta|utse|utöka|utarbeta|välja|yttra sig|ändra|återremittera|återkalla)';

/** What a body does with a matter, in the present tense: "Kommunstyrelsen antar taxan". */
export const BESLUTAR =
  '(?:beslutar|föreslår|antar|uppdrar|fastställer|godkänner|beviljar|avslår|bifaller|utser|väljer|ger|överlämnar|upphäver|inrättar|noterar|antecknar|entledigar|anser|medger|delegerar|remitterar|återremitterar|bordlägger|tillstyrker|avstyrker|avger|ställer sig bakom|lägger)';

/** The infinitive that "att" and a decision go on with. */
export const INFINITIV =
  '(?:\\p{Ll}+a|\\p{Ll}*(?:slå|få|gå|stå)|(?:ut|av|an|för|till|över|in)?se|(?:av|ut|med)?ge|godta)';
