import { launch } from "/work/wt/claims/tests/e2e/harness.mjs";
import { serve } from "/work/wt/claims/tests/e2e/server.mjs";
import * as P from "/work/wt/claims/tests/e2e/page.mjs";
const host = await serve(process.env.POSTIL_DIST, { under: "/", extra: {} });
const browser = await launch();
async function shot(name, opts, go) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, reducedMotion: "reduce", ...opts });
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) console.log("console", m.text()); });
  await page.goto(host.url);
  await P.ready(page);
  try { await go(page); } catch (e) { console.log(name, e.message); }
  await page.screenshot({ path: `/tmp/shot-${name}.png` });
  await context.close();
}
const seed = async (page) => {
  await P.annotate(page, ["PERSON", "Donald Trump"], ["PERSON", "Vladimir Putin"], ["PERSON", "Sarah Sanders"], ["GPE", "North Korea"], ["ORG", "TASS"],
    ["CLAIM", "US President Donald Trump spoke about the importance of Russia’s steps aimed at the Korean Peninsula’s denuclearization during a phone conversation with his Russian counterpart Vladimir Putin, White House Press Secretary Sarah Sanders told reporters"],
    ["CLAIM", "US President Donald Trump spoke about the importance of Russia’s steps aimed at the Korean Peninsula’s denuclearization during a phone conversation with his Russian counterpart Vladimir Putin"]);
};
const open = async (page, n) => { await P.list(page).locator("[data-row]").filter({ hasText: "US President" }).nth(n).click(); await P.card(page).waitFor(); };
const which = process.argv[2] ?? "all";
for (const [suffix, opts] of [["light", { colorScheme: "light" }], ["dark", { colorScheme: "dark" }], ["narrow", { viewport: { width: 320, height: 1400 } }]]) {
  if (which !== "all" && which !== suffix) continue;
  await shot(`card-${suffix}`, opts, async (page) => {
    await seed(page); await open(page, 1);
    await P.card(page).getByText("More about this claim").click();
    await P.card(page).getByRole("group", { name: "About", exact: true }).waitFor();
    if (process.argv[3]) await eval(process.argv[3]);
    await P.card(page).screenshot({ path: `/tmp/shot-cardonly-${suffix}.png` });
  });
}
await browser.close(); await host.close();
