import { searchKey } from "../../japan/index.ts";

const legalForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|社会福祉法人|特定非営利活動法人|npo法人|協同組合|事業協同組合|\(株\)|\(有\)|㈱|㈲/g;

/** Shorter names are words of everyday as well. */
const shortest = 3;

/** Names of firms, ready to be looked for in texts. */
export interface FirmNames {
  /** Where names stand in a text's search key, from and to. */
  find(key: string): { from: number; to: number }[];
}

/** Prepares the names of a roster, without 株式会社 and the like. */
export function firmNames(names: Iterable<string>): FirmNames {
  const byStart = new Map<string, Set<string>>();
  for (const name of names) {
    const core = searchKey(name.normalize("NFKC").replace(legalForms, ""));
    if (core.length < shortest) continue;
    const start = core.slice(0, 2);
    byStart.set(start, (byStart.get(start) ?? new Set()).add(core));
  }
  return {
    find(key) {
      const found: { from: number; to: number }[] = [];
      for (let at = 0; at + shortest <= key.length; at += 1) {
        const cores = byStart.get(key.slice(at, at + 2));
        if (!cores) continue;
        const longest = [...cores]
          .filter((core) => key.startsWith(core, at))
          .reduce((most, core) => Math.max(most, core.length), 0);
        if (longest === 0) continue;
        found.push({ from: at, to: at + longest });
        at += longest - 1;
      }
      return found;
    },
  };
}
