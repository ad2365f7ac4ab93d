// Notes as a reader makes them: on a text that is open.
import { expect } from "@playwright/test";

export class Notes {
  constructor(portal) {
    Object.assign(this, { portal, page: portal.page });
    this.panel = this.page.getByRole("dialog", { name: "这一篇的笔记" });
    this.tools = this.page.locator(".pens");
    this.lines = this.panel.locator(".note-lines button");
  }

  /** Selects these words, wherever they stand first in the text; up to `until`, if that is given. */
  async select(words, until = words) {
    await this.page.evaluate(
      ([from, to]) => {
        const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
        const nodes = [];
        let all = "";
        while (walker.nextNode()) {
          nodes.push([walker.currentNode, all.length]);
          all += walker.currentNode.data;
        }
        const place = (offset) => {
          const [node, start] = nodes.findLast(([, start]) => start < offset || offset === 0);
          return [node, offset - start];
        };
        const start = all.indexOf(from);
        const [node, offset] = place(start + 1);
        const end = place(all.indexOf(to, start) + to.length);
        getSelection().setBaseAndExtent(node, offset - 1, ...end);
      },
      [words, until],
    );
  }

  /** Lets the program for notes come: a press on the button opens the panel, which is closed again. */
  async begin() {
    await this.openPanel();
    await this.panel.getByRole("button", { name: "关闭" }).click();
    await expect(this.panel).toBeHidden();
  }

  async openPanel() {
    await this.page.getByRole("button", { name: "笔记", exact: true }).click();
    await expect(this.panel).toBeVisible();
  }

  /** Marks words with a pen. */
  async mark(words, pen = "重点") {
    await this.select(words);
    await this.tools.getByRole("button", { name: pen }).click();
    await expect(this.mark_of(words).first()).toBeVisible();
  }

  /** Marks words and writes a note in the margin. */
  async markAndWrite(words, note) {
    await this.select(words);
    await this.tools.getByRole("button", { name: "写旁注" }).click();
    await this.panel.getByLabel("旁注").fill(note);
    await this.panel.getByRole("button", { name: "保存" }).click();
    await expect(this.panel.getByRole("status").locator(".zh")).toHaveText("已保存");
    await this.panel.getByRole("button", { name: "关闭" }).click();
  }

  /** The marks that have these words. */
  mark_of(words) {
    return this.page.locator("#text mark").filter({ hasText: words });
  }

  /** What is marked, piece by piece. */
  marked() {
    return this.page.locator("#text mark").allTextContents();
  }

  /** Every block of the text: what it says and where it stands. */
  blocks() {
    return this.page.evaluate(() =>
      [...document.querySelectorAll("#text :is(p,h2,h3,h4,h5,h6,li,table,figure,pre)")].map((block) => {
        const { x, y, width, height } = block.getBoundingClientRect();
        return [block.id, block.textContent, x, y + scrollY, width, height].join("|");
      }),
    );
  }
}

/** The deeds of studying in a record that have a name, such as `highlighted`. */
export function deeds({ events }, name) {
  return events.map((line) => JSON.parse(line).event.deed.study?.[name]).filter(Boolean);
}
