// The rows of the table: what is compared with what, and what it may cost.

const over = (found, yardstick) => (0 < yardstick ? found / yardstick : null);

const action = (name, ...goals) => ({
  name, unit: "T", goals, of: ({ ours, S }) => over(ours[name], S.T), ms: ({ ours }) => ours[name],
});

const frames = (name, key, ...goals) => ({ name, unit: "ms", goals, of: ({ ours }) => ours[key], ms: ({ ours }) => ours[key] });

/** The sizes that `goals` are for, in their order; `null` where none is set. */
export const GOAL_SIZES = ["2k", "1M/10k", "1M/100k"];

/** `of` gives the ratio, `ms` what it took by itself. */
export const ROWS = [
  {
    name: "open a project that is in memory", unit: "P", goals: [1.5, 0.2, 0.3],
    of: ({ ours, P }) => over(ours.open, P.open), ms: ({ ours }) => ours.open,
    // A short article may take five milliseconds more instead.
    also: ({ ours, P }, size) => size === "2k" && ours.open <= P.open + 5,
  },
  action("add", 3, 3, 6),
  action("delete", 3, 3, 6),
  action("relabel", 3, 3, 6),
  action("undo", 3, 3, 6),
  action("redo", 3, 3, 6),
  action("resize by a word", 3, 3, 6),
  action("select", 2, 2, 4),
  { name: "scroll, median frame", unit: "P", goals: [null, 3, null], of: ({ ours, P }) => over(ours.scroll50, P.scroll50), ms: ({ ours }) => ours.scroll50 },
  frames("scroll, slowest frame of a hundred", "scroll99", null, 12, 30),
  frames("scroll, slowest frame", "scrollMost", null, 16.7, 50),
  { name: "jump to an annotation far away", unit: "S", goals: [null, 1.5, 2], of: ({ ours, S }) => over(ours.jump, S.jump), ms: ({ ours }) => ours.jump },
  { name: "resize the window", unit: "P", goals: [null, 0.1, 0.25], of: ({ ours, P }) => over(ours.resize, P.resize), ms: ({ ours }) => ours.resize },
  { name: "search as one types, a key", unit: "E", goals: [null, 6, 8], of: ({ ours }) => over(ours.search, ours.E), ms: ({ ours }) => ours.search },
  { name: "write our JSON", unit: "stringify", goals: [null, 1.5, 1.5], of: ({ ours }) => over(ours.write, ours.stringify), ms: ({ ours }) => ours.write },
  { name: "import our JSON, to painted", unit: "parse", goals: [null, 3, 3], of: ({ ours }) => over(ours.import, ours.parse), ms: ({ ours }) => ours.import },
  { name: "memory over S", unit: "MB", goals: [null, 24, 90], of: ({ ours, S }) => ours.rss - S.rss, ms: () => null },
];

/** `{size, row, ratio, goal, ms, met}` for every size that was measured; `met` is null without a goal. */
export function judged(results) {
  return Object.entries(results).flatMap(([size, found]) =>
    ROWS.map((row) => {
      const ratio = row.of(found);
      const goal = row.goals[GOAL_SIZES.indexOf(size)] ?? null;
      const met = goal === null || ratio === null ? null : ratio <= goal || Boolean(row.also?.(found, size));
      return { size, row: row.name, unit: row.unit, ratio, goal, ms: row.ms(found), met };
    }),
  );
}

/** At equal density the size of the article must not matter. */
export function growth(results) {
  const [small, large] = [results["100k"], results["1M/10k"]];
  return small && large ? { ratio: over(large.ours.add, small.ours.add), goal: 1.2 } : null;
}
