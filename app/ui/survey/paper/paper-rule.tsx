import { paperRule } from "#app/domain/survey/paper/paper-rule.ts";

/** Which answer counts when a firm has sent one on paper and one on the web. */
export function PaperRule() {
  return <p className="prose">{paperRule}</p>;
}
