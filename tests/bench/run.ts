import { benchOrdinance } from "./ordinance.ts";
import { benchPages } from "./pages.ts";
import { benchSurvey } from "./survey/index.ts";
import { benchTabulation } from "./survey/tabulation/index.ts";

/** `npm run bench -- TOPIC`: measures us and a peer in one run and prints one JSON object a line. */
const topics: Record<string, () => Promise<void>> = {
  pages: benchPages,
  ordinance: benchOrdinance,
  survey: benchSurvey,
  tabulation: benchTabulation,
};

const [topic = ""] = process.argv.slice(2);
const bench = topics[topic];
if (!bench) {
  console.error(`usage: npm run bench -- TOPIC\ntopics: ${Object.keys(topics).join(", ")}`);
  process.exit(2);
}
await bench();
