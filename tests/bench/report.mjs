// The table and the chart of what was measured.

const number = (value) => (value === null || !Number.isFinite(value) ? "-" : value < 10 ? value.toFixed(2) : value.toFixed(0));

/** Markdown: a row for each thing, for each size its ratio, its goal and what it took. */
export function table(lines) {
  const sizes = [...new Set(lines.map(({ size }) => size))];
  const rows = [...new Set(lines.map(({ row }) => row))];
  const head = ["what", "in", ...sizes.flatMap((size) => [size, "goal", "ms"])];
  const body = rows.map((row) => {
    const cells = sizes.flatMap((size) => {
      const { ratio, goal, ms, met } = lines.find((it) => it.size === size && it.row === row);
      const mark = met === false ? " ✗" : met ? " ✓" : "";
      return [number(ratio) + mark, number(goal), number(ms)];
    });
    return [row, lines.find((it) => it.row === row).unit, ...cells];
  });
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
}

const BAR = 14;
const WIDTH = 720;
const NAMES = 250;

/** How much of its goal each row takes; a bar that ends left of the line has met it. */
export function chart(lines) {
  const shown = lines.filter(({ goal, ratio }) => goal !== null && ratio !== null);
  const scale = (part) => Math.min(1, Math.log10(1 + 9 * Math.max(0, part)) / Math.log10(1 + 9 * 10)) * (WIDTH - NAMES - 90);
  const height = shown.length * (BAR + 6) + 40;
  const bars = shown.map(({ size, row, ratio, goal, met, unit }, n) => {
    const y = 24 + n * (BAR + 6);
    const words = `${number(ratio)} ${unit}, goal ${number(goal)}`;
    return [
      `<text x="${NAMES - 8}" y="${y + 11}" text-anchor="end">${row} · ${size}</text>`,
      `<rect x="${NAMES}" y="${y}" width="${scale(ratio / goal).toFixed(1)}" height="${BAR}" class="${met ? "met" : "missed"}"/>`,
      `<text x="${(NAMES + scale(ratio / goal) + 6).toFixed(1)}" y="${y + 11}">${words}</text>`,
    ].join("");
  });
  const goal = (NAMES + scale(1)).toFixed(1);
  const style = "text{font:11px system-ui,sans-serif;fill:#333}.met{fill:#2a78b8}.missed{fill:#c2571a}line{stroke:#333;stroke-dasharray:3 3}rect.page{fill:#fff}";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + 120} ${height}" role="img" aria-label="What each thing takes beside its goal">`,
    `<style>${style}</style><rect class="page" width="100%" height="100%"/>`,
    `<text x="${goal}" y="14" text-anchor="middle">goal</text><line x1="${goal}" y1="18" x2="${goal}" y2="${height - 8}"/>`,
    ...bars, "</svg>\n",
  ].join("\n");
}
