"""English text: sentences, words and their forms, and the expressions that look for them."""
