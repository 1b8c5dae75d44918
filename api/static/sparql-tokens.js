// What the words of a SPARQL query are. Pure: text in, tokens out.

const KEYWORDS = new Set(
  `SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK FROM NAMED WHERE GROUP BY HAVING ORDER ASC DESC
  LIMIT OFFSET VALUES OPTIONAL GRAPH UNION MINUS FILTER BIND AS EXISTS NOT IN PREFIX BASE A UNDEF
  TRUE FALSE`.split(/\s+/),
);

export const FUNCTIONS = `COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES
  DATATYPE IRI CONCAT CONTAINS COALESCE IF BOUND REGEX REPLACE STRSTARTS STRENDS LCASE UCASE STRLEN
  SUBSTR STRBEFORE STRAFTER ABS ROUND CEIL FLOOR YEAR ISIRI ISLITERAL ISBLANK`.split(/\s+/);

export const WORDS = [...KEYWORDS].filter((word) => word !== "A").concat(FUNCTIONS);

// Tried in this order at each place. A string without its end goes to the end of its line.
const TOKEN = new RegExp(
  [
    String.raw`(?<comment>#[^\n]*)`,
    String.raw`(?<iri><[^<>"{}|^\x60\\\s]*>)`,
    String.raw`(?<string>"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)`,
    String.raw`(?<variable>[?$]\w+)`,
    String.raw`(?<prefix>(?:[A-Za-z][\w.-]*)?:)(?<local>[\w%](?:[\w.%-]*[\w%-])?)?`,
    String.raw`(?<number>\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`,
    String.raw`(?<word>[A-Za-z_]\w*)`,
  ].join("|"),
  "g",
);

/** The tokens of a query: kind, start and end of each; what lies between is of no kind. */
export function tokens(text) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    let at = match.index;
    for (const [kind, piece] of Object.entries(match.groups)) {
      if (!piece) continue;
      const shown = kind === "word" ? kindOfWord(piece) : kind;
      if (shown) found.push({ kind: shown, start: at, end: at + piece.length });
      at += piece.length;
    }
  }
  return found;
}

function kindOfWord(word) {
  if (KEYWORDS.has(word.toUpperCase())) return "keyword";
  return FUNCTIONS.includes(word.toUpperCase()) ? "function" : "";
}
