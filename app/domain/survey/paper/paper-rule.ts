/** Which answer counts when a firm has sent one on paper and one on the web, in one line for the letter. */
export const paperRuleInShort =
  "紙とウェブの両方で回答が届いたときは、先に受付の終わった方だけを数えます。";

/**
 * The same in full. In an anonymous survey nothing can be taken back, so the first that is finished
 * counts, and paper is finished when both keyings agree.
 */
export const paperRule =
  "1つの事業者から紙とウェブの両方で回答が届いたときは、先に受付の終わった方を数えます。紙の回答は、2人の職員の入力が一致したときに受付が終わります。後の方は、届いたことだけを記録し、数えません。";
