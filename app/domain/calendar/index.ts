export { type Milestone, type RoadFacts, roadmap } from "./roadmap.ts";
