/** Texts that would break a format that takes them as they are. */
export const HOSTILE: readonly string[] = [
  '</text></svg><script>alert(1)</script>',
  '"\' onload="alert(1)" & &amp; ]]> <!-- -->',
  '%%{init: {"theme": "forest"}}%% end',
  'end; participant X #35; note over o1: ``` $$x$$',
  'rad ett\nNote over o1: insmugglad\r\n---\ntitle: x',
  'wrap: activate o1 ->> o2 -x o3 : a',
  'o2->>o1: <br/> #quot; style x:#fff;',
  '\u0000\u0008\u202e\ufffe\ud800 ﬂ°°35¶ß',
  'Ärendet “citat” – § 14/31 ✓ 😀 e\u0301',
  'ord'.repeat(120),
];
