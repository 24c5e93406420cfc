import { expect, test } from 'vitest';
import { normaliseDiarienummer } from '../../extraction/language/diarienummer.ts';
import { stems } from '../../extraction/language/stem.ts';
import { huvudmanKey, organKey } from '../../extraction/routing/organ.ts';
import { DERIVED_RULES } from '../../store/derived-rules.ts';

// When this fails, the rules have changed: raise DERIVED_RULES, then write down here what they give now.
test('the rules are those of the number', () => {
  expect({
    rules: DERIVED_RULES,
    stems: stems('Kommunstyrelsens handlingsplaner, patientavgifterna och ärendenas beslut om skolan').join(
      ' ',
    ),
    numbers: ['KS/2031:062', '2031/00417', 'KLK-2024-00512:1'].map(normaliseDiarienummer),
    organ: [organKey('Kommunstyrelsens arbetsutskott'), organKey('Barn- och utbildningsnämnden')],
    huvudman: huvudmanKey('Ekbacka kommun'),
  }).toMatchInlineSnapshot(`
    {
      "huvudman": "ekbacka",
      "numbers": [
        "KS 2031/62",
        "2031/417",
        "KLK 2024/512",
      ],
      "organ": [
        "komunstyrelse arbetutskot",
        "barn utbildningnamnd",
      ],
      "rules": "8",
      "stems": "kommunstyr handlingsplan patientavgift och ärend beslut om skol",
    }
  `);
});
