// Opens reports as a reader does, with the network cut, and says what went wrong as JSON lines.
//
// Usage: node page.mjs REPORT.html… [--brief REPORT.html…]   Needs Chromium (CHROMIUM, or `chromium` on the path). Exit code 0: nothing
// went wrong. Looked at per page and colour scheme: requests beside the file itself, console errors, axe violations,
// sideways scrolling of the page; then once without script, once using the filter and the sorting, once by keyboard alone, and
// once as printed. Those after --brief are opened once each: looked at whole in light and, as nothing but colours changes, for
// their contrast alone in dark. There one of a kind stands for all: two rows of a table for those with the same cells, and
// for the contrast one element for those with the same path of names and classes.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];
const fault = (where, what) => faults.push({ where, what });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND"],
});

async function open(file, options, where) {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  await visit(page, file, watch(page), where);
  if (options.javaScriptEnabled !== false) await isUnbroken(page, where);
  return { context, page };
}

// What is said of a page while it is open, whichever file that is.
function watch(page) {
  const at = { address: "", where: "" };
  page.setDefaultTimeout(60_000);
  page.on("request", (request) => {
    if (request.url() !== at.address && request.url() !== "data:,") fault(at.where, `request: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") fault(at.where, `console: ${message.text()}`);
  });
  page.on("pageerror", (error) => fault(at.where, `script: ${error.message}`));
  page.on("dialog", (dialog) => fault(at.where, `dialog: ${dialog.message()}`));
  return at;
}

async function visit(page, file, at, where) {
  at.address = pathToFileURL(file).href;
  at.where = where;
  await page.goto(at.address);
}

async function isUnbroken(page, where) {
  if (await page.evaluate(() => "broken" in window)) fault(where, "a value of the data ran as script");
}

async function isAccessible(page, where) {
  // Everything folded is opened, so that what it hides is looked at too.
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => { fold.open = true; }));
  // The browser's debugging door lets the checker in past the page's policy.
  await page.evaluate(axe);
  // Only what is wrong leaves the browser: what is right is thousands of places.
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run(document, { resultTypes: ["violations"] });
    return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }));
  });
  report(violations, where);
}

function report(violations, where) {
  for (const violation of violations) {
    const targets = violation.nodes.slice(0, 3).map((node) => node.target.join(" "));
    fault(where, `axe ${violation.id} (${violation.nodes.length}): ${targets.join("; ")}`);
  }
}

async function fits(page, where) {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (sideways > 0) fault(where, `scrolls sideways by ${sideways} px`);
}

async function looks(file) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 420]) {
      const where = `${file} ${colorScheme} ${width}`;
      const { context, page } = await open(file, { colorScheme, viewport: { width, height: 900 } }, where);
      await fits(page, where);
      await isAccessible(page, where);
      await context.close();
    }
  }
}

// Takes files from the list until it is empty, in one window.
async function looksBriefly(files) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const at = watch(page);
  for (let file = files.shift(); file !== undefined; file = files.shift()) {
    try {
      await page.emulateMedia({ colorScheme: "light" });
      await visit(page, file, at, file);
      await isUnbroken(page, file);
      await fits(page, file);
      await thin(page);
      await isAccessible(page, `${file} light`);
      await page.emulateMedia({ colorScheme: "dark" });
      await isReadable(page, `${file} dark`);
      looked += 1;
    } catch (error) {
      fault(file, `looks: ${error.message.split("\n")[0]}`);
    }
  }
  await context.close();
}

// Leaves two rows of each kind in every table: what is wrong with a row is wrong with all that have the same cells.
async function thin(page) {
  await page.evaluate(() => {
    const kind = (element) =>
      `${element.localName}.${element.getAttribute("class") ?? ""}(${element.textContent.trim() === "" ? "empty" : [...element.children].map(kind)})`;
    for (const body of document.querySelectorAll("tbody")) {
      const seen = new Map();
      for (const row of [...body.rows]) {
        const count = (seen.get(kind(row)) ?? 0) + 1;
        seen.set(kind(row), count);
        if (count > 2) row.remove();
      }
    }
  });
}

// The contrast of one element of each kind; the page is open and the checker in it.
async function isReadable(page, where) {
  const { kinds, violations } = await page.evaluate(async () => {
    const path = (element) => element === document.documentElement ? "" :
      `${path(element.parentElement)}>${element.localName}.${element.getAttribute("class") ?? ""}`;
    const first = new Map();
    for (const element of document.body.querySelectorAll("*")) {
      const speaks = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
      if (speaks && !first.has(path(element))) first.set(path(element), element);
    }
    const result = await window.axe.run({ include: [...first.values()] },
      { runOnly: ["color-contrast"], resultTypes: ["violations"] });
    return { kinds: first.size, violations: result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) })) };
  });
  if (kinds < 10) fault(where, `only ${kinds} kinds of text`);
  report(violations, where);
}

async function worksWithoutScript(file) {
  const where = `${file} without script`;
  const { context, page } = await open(file, { javaScriptEnabled: false }, where);
  if (await page.locator("h1").count() !== 1) fault(where, "not one title");
  if (await page.locator("button, input").count() !== 0) fault(where, "a control that does nothing");
  const folds = page.locator("details.fold");
  if (await folds.count() === 0) fault(where, "no table to unfold");
  await folds.first().locator("summary").click();
  if (!await folds.first().locator("table").isVisible()) fault(where, "a table that does not unfold");
  await context.close();
}

async function filtersAndSorts(file) {
  const where = `${file} with script`;
  const { context, page } = await open(file, {}, where);
  const table = page.locator("#inference-list");
  const all = await table.locator("tbody tr").count();
  const text = await table.locator("tbody tr th").nth(1).textContent();
  await page.locator("#conclusions .filter input").fill(text.trim());
  const shown = await table.locator("tbody tr:visible").count();
  if (shown < 1 || shown >= all) fault(where, `the filter shows ${shown} of ${all} rows`);
  await page.locator("#conclusions .filter input").fill("");
  await table.locator("thead button").first().click();
  const sorted = await table.locator("tbody tr th").allTextContents();
  const language = await page.locator("html").getAttribute("lang");
  const expected = [...sorted].sort(new Intl.Collator(language, { numeric: true, sensitivity: "base" }).compare);
  if (sorted.join("\n") !== expected.join("\n")) fault(where, "the column is not sorted");
  await context.close();
}

// Reaches a link, a fold, a filter and a sort button by keyboard alone, and sees where it is.
async function worksByKeyboard(file) {
  const where = `${file} by keyboard`;
  const { context, page } = await open(file, {}, where);
  const reached = new Set();
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const style = getComputedStyle(element);
      return { name: element.tagName + "." + element.className, seen: style.outlineStyle !== "none" };
    });
    if (at === null) break;
    if (!at.seen) fault(where, `no outline on ${at.name}`);
    reached.add(at.name.split(".")[0]);
    if (at.name.startsWith("SUMMARY")) {
      await page.keyboard.press("Enter");
      if (!await page.evaluate(() => document.activeElement.parentElement.open)) fault(where, "a fold stays shut");
    }
    if (["A", "SUMMARY", "INPUT", "BUTTON"].every((kind) => reached.has(kind)) && step > 60) break;
  }
  for (const kind of ["A", "SUMMARY", "INPUT", "BUTTON"]) {
    if (!reached.has(kind)) fault(where, `no ${kind} was reached`);
  }
  await context.close();
}

// Printed, nothing is cut off at the side and no control stands on paper.
async function prints(file) {
  const where = `${file} printed`;
  const { context, page } = await open(file, { viewport: { width: 680, height: 960 } }, where);
  await page.emulateMedia({ media: "print" });
  await fits(page, where);
  if (await page.locator("button.copy:visible, input:visible, nav:visible").count() !== 0) fault(where, "a control is printed");
  const printed = await page.pdf({ format: "A4", printBackground: true });
  if (printed.length < 10_000) fault(where, "next to nothing is printed");
  await context.close();
}

const given = process.argv.slice(2);
const brief = given.indexOf("--brief");
const whole = brief < 0 ? given : given.slice(0, brief);
const many = brief < 0 ? [] : given.slice(brief + 1);
// Two windows at once: a window waits for the browser half of its time.
const waiting = [...many];
let looked = 0;
await Promise.all([looksBriefly(waiting), looksBriefly(waiting)]);
if (looked !== many.length) fault("all", `${looked} of ${many.length} pages were looked at`);
for (const file of whole) {
  for (const check of [looks, worksWithoutScript, filtersAndSorts, worksByKeyboard, prints]) {
    await check(file).catch((error) => fault(file, `${check.name}: ${error.message.split("\n")[0]}`));
  }
}
await browser.close();
for (const found of faults) console.log(JSON.stringify(found));
process.exitCode = faults.length === 0 ? 0 : 1;
