// The editor of the SPARQL page, over its textarea. The form works without any of this.

import { offerCompletions } from "/static/sparql-complete.js";
import { bindKeys } from "/static/sparql-keys.js";
import { paintBehind } from "/static/sparql-paint.js";
import { keepLink } from "/static/sparql-share.js";

const form = document.getElementById("sparql");
const field = document.getElementById("query");

offerCompletions(field, paintBehind(field)); // first, for an open list takes Escape and Enter
bindKeys(field, form);
keepLink(field, form);
